package dev.musubi.deals.domain;

/** Says that something cannot be done, and carries why. */
public final class DealRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refused reason;

  public DealRefused(Refused reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Refused reason() {
    return reason;
  }
}
