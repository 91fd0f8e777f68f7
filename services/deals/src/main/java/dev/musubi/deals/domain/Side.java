package dev.musubi.deals.domain;

/** On which side of a deal somebody stands. */
public enum Side {
  /** The firm that asks. */
  SEEKER,
  /** Who asks for the firm, by its mandate. */
  BROKER,
  /** The owner of the patent, or its technology licensing office. */
  OWNER;

  /** Whether this side may do what the firm itself may. */
  public boolean asks() {
    return this != OWNER;
  }
}
