/** Engines for tests by one interface, whoever provides them. */
@NullMarked
package dev.musubi.testkit;

import org.jspecify.annotations.NullMarked;
