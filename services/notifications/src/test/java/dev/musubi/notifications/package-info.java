@NullMarked
package dev.musubi.notifications;

import org.jspecify.annotations.NullMarked;
