/** Mails to people, written with their cause in one transaction and sent until they arrive. */
@NullMarked
package dev.musubi.profiles.mail;

import org.jspecify.annotations.NullMarked;
