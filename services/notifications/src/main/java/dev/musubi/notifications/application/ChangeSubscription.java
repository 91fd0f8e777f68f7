package dev.musubi.notifications.application;

import dev.musubi.notifications.domain.Token;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import org.springframework.stereotype.Component;

/** Changes what a subscriber receives, by the token of a digest. */
@Component
public class ChangeSubscription {
  private final Tokens tokens;
  private final Subscriptions subscriptions;

  ChangeSubscription(Tokens tokens, Subscriptions subscriptions) {
    this.tokens = tokens;
    this.subscriptions = subscriptions;
  }

  /** Changes it; false when the token stands for no subscription that is running. */
  public boolean change(String text, Choice choice) {
    return tokens
        .read(text)
        .filter(token -> token.purpose() == Token.Purpose.SUBSCRIPTION)
        .map(token -> subscriptions.choose(token.id(), choice))
        .orElse(false);
  }
}
