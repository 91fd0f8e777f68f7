/** What every page stands on: who asks, in which language, what a template may say, and errors. */
@NullMarked
package dev.musubi.web.page;

import org.jspecify.annotations.NullMarked;
