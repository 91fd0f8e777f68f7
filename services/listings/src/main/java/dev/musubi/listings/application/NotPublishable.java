package dev.musubi.listings.application;

import dev.musubi.listings.domain.FailedCheck;
import java.util.List;

/** The listing may not be shown to the public; every failed check is told. */
public final class NotPublishable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FailedCheck> failed;

  NotPublishable(List<FailedCheck> failed) {
    super("not publishable: " + failed);
    this.failed = List.copyOf(failed);
  }

  public List<FailedCheck> failed() {
    return failed;
  }
}
