/** The health page: how the installation fares, for those who look after it. */
@NullMarked
package dev.musubi.web.operation;

import org.jspecify.annotations.NullMarked;
