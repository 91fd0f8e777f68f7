package dev.musubi.listings.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of listings; only ever added to. */
public interface Versions {
  void append(List<Version> versions);

  /** Newest first. */
  List<Version> of(UUID listing, @Nullable Long before, int limit);
}
