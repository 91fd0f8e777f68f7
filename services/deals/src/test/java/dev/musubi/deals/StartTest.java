package dev.musubi.deals;

import dev.musubi.testkit.start.StartContract;

/** What deals does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return DealsApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.deals.answer-within";
  }
}
