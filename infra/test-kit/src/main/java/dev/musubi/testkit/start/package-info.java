/** What every service does when it is started with what it cannot start with. */
@NullMarked
package dev.musubi.testkit.start;

import org.jspecify.annotations.NullMarked;
