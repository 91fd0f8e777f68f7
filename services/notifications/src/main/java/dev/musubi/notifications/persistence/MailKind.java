package dev.musubi.notifications.persistence;

import dev.musubi.model.event.DeliveryState;

/**
 * Which stream a mail belongs to: people may stop each by itself, and the law treats them apart.
 */
public enum MailKind {
  /** About one match, or a first list. */
  MATCH,
  /** The members' summary of matches. */
  MEMBER_DIGEST,
  /** The digest of subscribers without an account: advertising mail in the sense of the law. */
  PUBLIC_DIGEST,
  /** Asks whether a sign-up was meant. */
  CONFIRMATION,
  /** About a deal, or about the organisation's own webhook: part of a transaction. */
  DEAL;

  /** How the outside names it. */
  public DeliveryState.Kind published() {
    return switch (this) {
      case MATCH -> DeliveryState.Kind.ALERT;
      case MEMBER_DIGEST, PUBLIC_DIGEST -> DeliveryState.Kind.DIGEST;
      case CONFIRMATION -> DeliveryState.Kind.CONFIRMATION;
      case DEAL -> DeliveryState.Kind.DEAL;
    };
  }
}
