package dev.musubi.matching;

import dev.musubi.testkit.start.StartContract;

/** What matching does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return MatchingApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.matching.candidates";
  }
}
