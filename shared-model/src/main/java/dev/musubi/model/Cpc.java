package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A class of the Cooperative Patent Classification of EPO and USPTO; as IPC, with a section Y and
 * longer subgroups.
 */
public record Cpc(@JsonValue String code) implements ClassificationCode {
  public Cpc {
    if (!GroupCode.isCanonical(code)) {
      throw new InvalidValue("cpc", code, "a code like B60J 5/0416");
    }
  }

  /** Reads the ways in which offices and data sets write it. */
  @JsonCreator
  public static Cpc parse(String raw) {
    return new Cpc(GroupCode.read("cpc", raw));
  }

  /** As {@link #parse}, empty when it is no such code. */
  public static Optional<Cpc> tryParse(String raw) {
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
