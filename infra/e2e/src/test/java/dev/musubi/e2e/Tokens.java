package dev.musubi.e2e;

import dev.musubi.testkit.SignIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Access tokens of people of the sample data; a token is used again as long as it lives. */
final class Tokens {
  private static final Map<String, Token> KNOWN = new HashMap<>();
  private static final Duration LIFE = Duration.ofMinutes(5);

  private Tokens() {}

  private record Token(String text, Instant until) {}

  static synchronized String of(String email) {
    var known = KNOWN.get(email);
    if (known == null || known.until().isBefore(Instant.now())) {
      known = new Token(new SignIn(Product.RUNNING).token(email), Instant.now().plus(LIFE));
      KNOWN.put(email, known);
    }
    return known.text();
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
