package dev.musubi.http;

import org.springframework.http.HttpStatus;

/** Somebody else changed the object since the caller read it (RFC 9110, section 13.1.1). */
public final class VersionConflict extends Refusal {
  private static final long serialVersionUID = 1L;

  public VersionConflict() {
    super(HttpStatus.PRECONDITION_FAILED, "version-conflict", "problem.version-conflict.detail");
  }

  /**
   * @param current the version that the object has now, told to the caller
   */
  public VersionConflict(long current) {
    this();
    with("currentVersion", current);
  }
}
