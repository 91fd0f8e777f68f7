/** Use cases, named by the verb. */
@NullMarked
package dev.musubi.matching.application;

import org.jspecify.annotations.NullMarked;
