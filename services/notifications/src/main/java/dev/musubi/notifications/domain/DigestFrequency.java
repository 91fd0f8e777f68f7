package dev.musubi.notifications.domain;

/** How often a subscriber wants a digest. */
public enum DigestFrequency {
  DAILY,
  WEEKLY
}
