@NullMarked
package dev.musubi.notifications.world;

import org.jspecify.annotations.NullMarked;
