@NullMarked
package dev.musubi.notifications.mail;

import org.jspecify.annotations.NullMarked;
