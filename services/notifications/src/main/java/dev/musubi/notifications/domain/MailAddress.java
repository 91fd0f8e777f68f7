package dev.musubi.notifications.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which a mail can be sent, and nothing else: the dot-atom form of RFC 5322 with a
 * domain of at least two labels, at most 254 characters (RFC 5321). Quoted local parts, comments
 * and control characters are refused, so an address can never open a second header or a second
 * recipient.
 */
public record MailAddress(String text) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

  /**
   * The address.
   *
   * @throws IllegalArgumentException when it has not the form of an address
   */
  public MailAddress {
    if (!hasForm(text)) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address in the text, blanks around it removed, or nothing. */
  public static Optional<MailAddress> parse(String text) {
    String stripped = text.strip();
    return hasForm(stripped) ? Optional.of(new MailAddress(stripped)) : Optional.empty();
  }

  private static boolean hasForm(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_LOCAL
        && FORM.matcher(text).matches();
  }

  /** Equal for spellings that reach the same person in practice: letters in lower case. */
  public String canonical() {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Enough to recognise the own address, too little to learn another's: {@code t***@example.com}.
   */
  public String masked() {
    int at = text.indexOf('@');
    return text.charAt(0) + "***" + text.substring(at);
  }

  /** Never the address itself: what prints a record by accident prints this. */
  @Override
  public String toString() {
    return masked();
  }
}
