package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.TooManyRequests;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.PasswordRule;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes and compares passwords, a few at a time: each costs memory and a core by design, and a
 * flood of sign-ins must not take the machine down.
 */
public class Passwords {
  private static final int AT_A_TIME = 4;

  private final PasswordEncoder encoder;
  private final PasswordRule rule;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);
  private final String nobody;

  public Passwords(PasswordEncoder encoder, PasswordRule rule) {
    this.encoder = encoder;
    this.rule = rule;
    this.nobody = hash("nobody has this password");
  }

  /**
   * @throws InvalidInput when the password cannot be taken
   */
  public void check(String password, EmailAddress email, String pointer) {
    rule.fault(password, email)
        .ifPresent(
            fault -> {
              String code = "password." + fault.name().toLowerCase(Locale.ROOT);
              throw new InvalidInput(
                  new FieldError(pointer, code, PasswordRule.MIN, PasswordRule.MAX));
            });
  }

  public final String hash(String password) {
    String hash = inTurn(() -> encoder.encode(PasswordRule.normalise(password)));
    if (hash == null) {
      throw new IllegalStateException("an encoder without a result");
    }
    return hash;
  }

  public boolean matches(String password, String hash) {
    return password.length() <= 4 * PasswordRule.MAX
        && Boolean.TRUE.equals(
            inTurn(() -> encoder.matches(PasswordRule.normalise(password), hash)));
  }

  /** Takes as long as a comparison: whether an account exists cannot be told by the clock. */
  public void matchNobody(String password) {
    boolean ignored = matches(password, nobody);
    assert !ignored;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new TooManyRequests(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyRequests(Duration.ofSeconds(10));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
