/** Organisations, members, needs, mandates; accounts and the authorization server. */
@NullMarked
package dev.musubi.profiles;

import org.jspecify.annotations.NullMarked;
