/** Words of mails and alerts. */
@NullMarked
package dev.musubi.notifications.wording;

import org.jspecify.annotations.NullMarked;
