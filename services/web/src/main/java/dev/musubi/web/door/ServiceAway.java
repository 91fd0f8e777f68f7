package dev.musubi.web.door;

/** A service gave no answer; nothing has been sent to the client yet. */
public final class ServiceAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean late;

  ServiceAway(Throwable cause, boolean late) {
    super(cause);
    this.late = late;
  }

  /** True when the service took the request but was too slow to answer. */
  public boolean late() {
    return late;
  }
}
