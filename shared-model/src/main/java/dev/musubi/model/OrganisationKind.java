package dev.musubi.model;

/** What an organisation is on this marketplace. */
public enum OrganisationKind {
  /** A university's technology licensing office, or a firm that opens its patents. */
  OWNER,
  /** A firm that looks for technology. */
  SEEKER,
  /** A chamber of commerce, coordinator or other go-between. */
  BROKER,
  /** A bank or fund. */
  FINANCE,
  /** A public body. */
  AGENCY,
  /** Who runs this installation. */
  ADMINISTRATOR
}
