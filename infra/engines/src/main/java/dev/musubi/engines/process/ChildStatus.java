package dev.musubi.engines.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment in a supervised process's life.
 *
 * @param pid of the running process; absent while there is none
 * @param since when the running process was started, or the state was entered if none runs
 * @param deaths how often it has ended without having been asked to
 * @param reason why it is not ready, for people; absent when it is ready
 */
public record ChildStatus(
    String name,
    ChildState state,
    @Nullable Long pid,
    Instant since,
    int deaths,
    @Nullable String reason) {

  ChildStatus with(ChildState next, @Nullable String why) {
    return new ChildStatus(name, next, pid, since, deaths, why);
  }
}
