/** Whom to tell, when and how often: rules without a framework. */
@NullMarked
package dev.musubi.notifications.domain;

import org.jspecify.annotations.NullMarked;
