/** The pages people see, and the single public door. */
@NullMarked
package dev.musubi.web;

import org.jspecify.annotations.NullMarked;
