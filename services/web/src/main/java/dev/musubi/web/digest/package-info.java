/** Mails about open patents: sign-up, confirmation and the way out. */
@NullMarked
package dev.musubi.web.digest;

import org.jspecify.annotations.NullMarked;
