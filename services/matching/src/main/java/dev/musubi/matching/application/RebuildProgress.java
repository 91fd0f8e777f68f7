package dev.musubi.matching.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of the indices is.
 *
 * @param listings open listings that are in the new index
 * @param listingsOf how many there were at the start
 * @param needs active needs that are in the new index
 * @param needsOf how many there were at the start
 * @param failure why it stopped, for the operator
 */
public record RebuildProgress(
    State state,
    long listings,
    long listingsOf,
    long needs,
    long needsOf,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    /** Another instance is at it. */
    ELSEWHERE
  }

  static RebuildProgress begun(Instant at) {
    return new RebuildProgress(State.RUNNING, 0, 0, 0, 0, at, null, null);
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  RebuildProgress counted(long ofListings, long ofNeeds) {
    return new RebuildProgress(
        state, listings, ofListings, needs, ofNeeds, startedAt, endedAt, failure);
  }

  RebuildProgress withListings(int more) {
    return new RebuildProgress(
        state, listings + more, listingsOf, needs, needsOf, startedAt, endedAt, failure);
  }

  RebuildProgress withNeeds(int more) {
    return new RebuildProgress(
        state, listings, listingsOf, needs + more, needsOf, startedAt, endedAt, failure);
  }

  RebuildProgress ended(State how, Instant at, @Nullable String why) {
    return new RebuildProgress(how, listings, listingsOf, needs, needsOf, startedAt, at, why);
  }
}
