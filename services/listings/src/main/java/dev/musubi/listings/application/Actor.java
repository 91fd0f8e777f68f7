package dev.musubi.listings.application;

import dev.musubi.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, for the versions.
 *
 * @param subject account, client, or the name of the part of the system that did it by itself
 * @param organisation for which it acted, or null
 */
public record Actor(String subject, @Nullable UUID organisation) {
  /** The calendar. */
  public static final Actor CALENDAR = new Actor("calendar", null);

  public static Actor of(Caller caller) {
    return new Actor(caller.subject(), caller.organisation());
  }
}
