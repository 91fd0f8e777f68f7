package dev.musubi.web;

import dev.musubi.testkit.start.StartContract;

/** What web does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return WebApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.web.timeouts.connect";
  }
}
