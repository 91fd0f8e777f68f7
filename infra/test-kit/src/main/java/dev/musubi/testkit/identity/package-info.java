/** Identities for tests: tokens that a service accepts, without profiles running. */
@NullMarked
package dev.musubi.testkit.identity;

import org.jspecify.annotations.NullMarked;
