/** Words for people: the same in the page and in mails. */
@NullMarked
package dev.musubi.notifications.wording;

import org.jspecify.annotations.NullMarked;
