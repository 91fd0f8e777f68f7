package dev.musubi.notifications;

import dev.musubi.testkit.start.StartContract;

/** What notifications does not start with. */
final class StartTest implements StartContract {
  @Override
  public Class<?> application() {
    return NotificationsApplication.class;
  }

  @Override
  public String aKey() {
    return "musubi.notifications.stream.per-account";
  }
}
