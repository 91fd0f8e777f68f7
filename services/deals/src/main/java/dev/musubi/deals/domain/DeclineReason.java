package dev.musubi.deals.domain;

/** Why an owner declines: a short list, so that firms and brokers can learn from many. */
public enum DeclineReason {
  /** The right is not free: another negotiation, or plans of the owner's own. */
  NOT_AVAILABLE,
  /** The wished terms are not possible. */
  TERMS,
  /** A co-owner or a joint-research partner does not consent. */
  CONSENT_MISSING,
  /** Nobody could see to it now. */
  CAPACITY,
  OTHER
}
