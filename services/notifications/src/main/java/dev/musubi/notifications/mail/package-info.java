/** Mails: texts, messages and the connections that carry them. */
@NullMarked
package dev.musubi.notifications.mail;

import org.jspecify.annotations.NullMarked;
