package dev.musubi.profiles;

import dev.musubi.testkit.start.StartContract;

/** What profiles does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return ProfilesApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.profiles.access-token-life";
  }
}
