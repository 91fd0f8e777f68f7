package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A class of the International Patent Classification (WIPO ST.8), down to the subgroup as far as
 * known.
 */
public record Ipc(@JsonValue String code) implements ClassificationCode {
  public Ipc {
    if (!GroupCode.isCanonical(code) || code.startsWith("Y")) {
      throw new InvalidValue("ipc", code, "a code like B60J 5/00");
    }
  }

  /** Reads the ways in which offices and data sets write it. */
  @JsonCreator
  public static Ipc parse(String raw) {
    return new Ipc(GroupCode.read("ipc", raw));
  }

  /** As {@link #parse}, empty when it is no such code. */
  public static Optional<Ipc> tryParse(String raw) {
    try {
      return Optional.of(parse(raw));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  @Override
  public String display() {
    return GroupCode.display(code);
  }

  @Override
  public boolean isWithin(String prefix) {
    return GroupCode.isWithin(code, prefix);
  }

  @Override
  public String toString() {
    return code;
  }
}
