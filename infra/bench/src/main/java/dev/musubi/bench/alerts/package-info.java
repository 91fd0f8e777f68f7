/** What alerts are worth: whom they reach, how often, and with what. */
@NullMarked
package dev.musubi.bench.alerts;

import org.jspecify.annotations.NullMarked;
