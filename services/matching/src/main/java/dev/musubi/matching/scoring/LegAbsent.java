package dev.musubi.matching.scoring;

/** A leg cannot take part this time. Its code is shown: "away", "late", "not-ready". */
public final class LegAbsent extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  public LegAbsent(String code, String message) {
    super(message);
    this.code = code;
  }

  public LegAbsent(String code, Throwable cause) {
    super(code, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
