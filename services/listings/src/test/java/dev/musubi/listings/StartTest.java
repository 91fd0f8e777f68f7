package dev.musubi.listings;

import dev.musubi.testkit.start.StartContract;

/** What listings does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return ListingsApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.listings.turn-cron";
  }
}
