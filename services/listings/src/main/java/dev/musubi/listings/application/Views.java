package dev.musubi.listings.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How often listings were looked at, a day; nothing about by whom. */
public interface Views {
  void count(UUID listing, LocalDate day);

  /** Days with views since then, oldest first. */
  List<Day> since(UUID listing, LocalDate first);

  long total(UUID listing);

  /** One day. */
  record Day(LocalDate day, long views) {}
}
