package dev.musubi.profiles.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as accounts are known by it: lower case throughout, the domain in ASCII. Two
 * addresses that differ in case only belong, in practice, to one person (RFC 5321, section 2.4,
 * leaves the difference to the receiving host, and none makes it).
 */
public record EmailAddress(@JsonValue String value) {
  private static final int MAX = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

  public EmailAddress {
    if (value.length() > MAX || !FORM.matcher(value).matches() || value.indexOf('@') > 64) {
      throw new IllegalArgumentException("no e-mail address");
    }
  }

  /**
   * @throws IllegalArgumentException when it is no address
   */
  @JsonCreator
  public static EmailAddress parse(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("no e-mail address");
    }
    return new EmailAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return value;
  }
}
