package dev.musubi.notifications.application;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.domain.Token;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.persistence.Consents;
import dev.musubi.notifications.persistence.Consents.Consent;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a token is for, so that a page can ask before anything is done. */
@Component
public class DescribeToken {
  private final Tokens tokens;
  private final Consents consents;
  private final Subscriptions subscriptions;
  private final InstantSource clock;

  DescribeToken(
      Tokens tokens, Consents consents, Subscriptions subscriptions, InstantSource clock) {
    this.tokens = tokens;
    this.consents = consents;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /** What it is for; an unknown token is described as such. */
  public Description describe(String text) {
    Token token = tokens.read(text).orElse(null);
    if (token == null) {
      return Description.unknown();
    }
    return switch (token.purpose()) {
      case CONFIRM -> consents.find(token.id()).map(this::consent).orElse(Description.unknown());
      case SUBSCRIPTION ->
          subscriptions
              .find(token.id())
              .map(DescribeToken::subscription)
              .orElse(Description.unknown());
      case MEMBER_DIGESTS -> Description.member(Kind.MEMBER_DIGESTS);
      case MEMBER_MATCHES -> Description.member(Kind.MEMBER_MATCHES);
    };
  }

  private Description consent(Consent consent) {
    Subscription subscription = subscriptions.find(consent.subscription()).orElse(null);
    if (subscription == null) {
      return Description.unknown();
    }
    State state =
        consent.confirmedAt() != null
            ? State.DONE
            : clock.instant().isBefore(consent.expiresAt()) ? State.OPEN : State.EXPIRED;
    return of(Kind.CONFIRMATION, state, subscription, consent.choice());
  }

  private static Description subscription(Subscription subscription) {
    boolean active = subscription.state() == Subscriptions.State.CONFIRMED;
    return of(
        Kind.SUBSCRIPTION,
        active ? State.OPEN : State.DONE,
        subscription,
        new Choice(subscription.lang(), subscription.frequency(), subscription.interests()));
  }

  private static Description of(Kind kind, State state, Subscription subscription, Choice choice) {
    return new Description(
        kind,
        state,
        subscription.email().masked(),
        choice.lang(),
        choice.frequency(),
        choice.interests());
  }

  /** What a token can be for. */
  public enum Kind {
    CONFIRMATION,
    SUBSCRIPTION,
    MEMBER_DIGESTS,
    MEMBER_MATCHES,
    UNKNOWN
  }

  /** Whether it can still do anything. */
  public enum State {
    OPEN,
    /** Confirmed, or ended, already. */
    DONE,
    EXPIRED
  }

  /**
   * What a token is for.
   *
   * @param address masked, or null for members and unknown tokens
   */
  public record Description(
      Kind kind,
      State state,
      @Nullable String address,
      @Nullable Language lang,
      @Nullable DigestFrequency frequency,
      @Nullable Interests interests) {
    static Description unknown() {
      return new Description(Kind.UNKNOWN, State.EXPIRED, null, null, null, null);
    }

    static Description member(Kind kind) {
      return new Description(kind, State.OPEN, null, null, null, null);
    }
  }
}
