package dev.musubi.model;

import org.jspecify.annotations.Nullable;

/**
 * A text that is not a value of the type that was asked for. The message is for developers; what
 * people read is made from {@link #kind()} by the service that met it.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final int SHOWN = 80;
  private final String kind;

  InvalidValue(String kind, @Nullable String raw, String why) {
    super(kind + ": " + why + ": " + shortened(raw));
    this.kind = kind;
  }

  /** Short name of the type, for example {@code "patent-number"}; part of message keys. */
  public String kind() {
    return kind;
  }

  private static String shortened(@Nullable String raw) {
    if (raw == null) {
      return "(nothing)";
    }
    return raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + "…";
  }
}
