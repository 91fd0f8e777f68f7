package dev.musubi.observability;

import java.util.List;

/** A part of a service that says how it fares, for the people who run it. */
public interface Watched {
  /** What is said to be away when it says nothing in time. */
  String what();

  /** How it fares now; may throw, and may be interrupted when it takes longer than two seconds. */
  List<Reading> readings();
}
