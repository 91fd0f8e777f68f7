/** Use cases, named by the verb. */
@NullMarked
package dev.musubi.profiles.application;

import org.jspecify.annotations.NullMarked;
