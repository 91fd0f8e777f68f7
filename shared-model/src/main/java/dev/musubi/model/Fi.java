package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of the JPO's File Index: an IPC group, with three digits of extension (展開記号) and a letter
 * (分冊識別記号) where it has them, as in {@code B60J5/00,501@B}; or a facet (ZNA).
 */
public record Fi(@JsonValue String code) implements ClassificationCode {
  private static final Pattern CANONICAL =
      Pattern.compile("(?<ipc>[A-H]\\d{2}[A-Z][1-9]\\d{0,3}/\\d{2,6})(?:,\\d{3})?(?:@[A-Z])?");
  private static final Pattern FACET = Pattern.compile("Z[A-Z]{2}");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([A-H]\\d{2}[A-Z]) ?0*(\\d{1,4}) ?/ ?(\\d{2,6})(?: ?[, ] ?(\\d{3}))?(?: ?@? ?([A-Z]))?");

  public Fi {
    if (!CANONICAL.matcher(code).matches() && !FACET.matcher(code).matches()) {
      throw new InvalidValue("fi", code, "a code like B60J5/00,501@B");
    }
  }

  /** Reads {@code B60J5/00,501@B}, {@code C04B35/58 104 B}, {@code H02J 3/00,170}, {@code ZNA}. */
  @JsonCreator
  public static Fi parse(String raw) {
    String text = WrittenForm.spaced(raw);
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      return new Fi(text);
    }
    String extension = m.group(4) == null ? "" : "," + m.group(4);
    String letter = m.group(5) == null ? "" : "@" + m.group(5);
    return new Fi(m.group(1) + m.group(2) + "/" + m.group(3) + extension + letter);
  }

  /** As {@link #parse}, empty when it is no such code. */
  public static Optional<Fi> tryParse(String raw) {
    try {
      return Optional.of(parse(raw));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** The IPC group it stands in; empty for a facet. */
  public Optional<Ipc> ipc() {
    Matcher m = CANONICAL.matcher(code);
    return m.matches() ? Optional.of(new Ipc(m.group("ipc"))) : Optional.empty();
  }

  @Override
  public String display() {
    return code;
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
