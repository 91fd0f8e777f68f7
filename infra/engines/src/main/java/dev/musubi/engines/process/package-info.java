/** Child processes: started, watched, restarted, and ended with the one that started them. */
@NullMarked
package dev.musubi.engines.process;

import org.jspecify.annotations.NullMarked;
