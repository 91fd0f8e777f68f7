package dev.musubi.listings.application;

/** What was done to a listing, for the versions. */
public enum Action {
  DRAFTED,
  EDITED,
  IMPORTED,
  PUBLISHED,
  WITHDRAWN,
  LAPSED,
  LICENSED,
  RELEASED,
  CONSENT_RECORDED,
  PARTNER_ANSWERED,
  /** A promise ended, or an application was laid open. */
  TURNED
}
