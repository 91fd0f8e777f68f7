package dev.musubi.profiles.application;

import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Throttle;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Compares address and password, throttled by both account and network address. */
@Service
public class SignIn {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ACCOUNT = 10;
  private static final int PER_ADDRESS = 100;

  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;

  SignIn(Accounts accounts, Passwords passwords, Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /**
   * The account, if the password is right.
   *
   * @param from network address of who signs in
   */
  public Optional<Account> authenticate(EmailAddress email, String password, String from) {
    throttle.attempt("sign-in-from", from, PER_ADDRESS, WINDOW);
    throttle.attempt("sign-in", email.value(), PER_ACCOUNT, WINDOW);
    Optional<Account> account = accounts.find(email);
    if (account.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    if (!passwords.matches(password, account.get().passwordHash())) {
      return Optional.empty();
    }
    throttle.forget("sign-in", email.value());
    return account;
  }
}
