package dev.musubi.e2e.faults.oracle;

/**
 * What the load changes, and where its truth and its events are.
 *
 * @see Ledger
 */
public enum Aggregate {
  LISTING("listings.listing", "musubi.listing.v1"),
  NEED("profiles.need", "musubi.need.v1"),
  DEAL("deals.deal", "musubi.deal.v1");

  private final String table;
  private final String topic;

  Aggregate(String table, String topic) {
    this.table = table;
    this.topic = topic;
  }

  /** With its schema. */
  public String table() {
    return table;
  }

  /** Where its events are. */
  public String topic() {
    return topic;
  }
}
