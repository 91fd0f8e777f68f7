/** Tests of messaging. */
@NullMarked
package dev.musubi.messaging;

import org.jspecify.annotations.NullMarked;
