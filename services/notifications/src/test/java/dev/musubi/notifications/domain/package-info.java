@NullMarked
package dev.musubi.notifications.domain;

import org.jspecify.annotations.NullMarked;
