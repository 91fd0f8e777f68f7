package dev.musubi.profiles.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passwords are judged by length and by a list of the commonest, not by kinds of characters (NIST
 * SP 800-63B, section 5.1.1.2).
 */
public final class PasswordRule {
  public static final int MIN = 12;
  public static final int MAX = 128;

  private final Set<String> commonest;

  /**
   * @param commonest in lower case
   */
  public PasswordRule(Set<String> commonest) {
    this.commonest = Set.copyOf(commonest);
  }

  /** The form that is hashed, whichever way the keyboard composes its characters. */
  public static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** Why it cannot be taken; empty when it can. */
  public Optional<Fault> fault(String password, EmailAddress email) {
    String text = normalise(password);
    int length = text.codePointCount(0, text.length());
    if (length < MIN) {
      return Optional.of(Fault.SHORT);
    }
    if (length > MAX) {
      return Optional.of(Fault.LONG);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean monotonous = text.codePoints().distinct().count() < 4;
    return commonest.contains(lower) || monotonous || lower.contains(email.value())
        ? Optional.of(Fault.COMMON)
        : Optional.empty();
  }

  /** What can be wrong. */
  public enum Fault {
    SHORT,
    LONG,
    COMMON
  }
}
