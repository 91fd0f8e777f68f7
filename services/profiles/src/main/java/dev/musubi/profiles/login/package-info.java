/** The authorization server and the pages of sign-in. */
@NullMarked
package dev.musubi.profiles.login;

import org.jspecify.annotations.NullMarked;
