package dev.musubi.search;

import java.util.List;

/**
 * What became of a bulk of writes.
 *
 * @param written documents that changed
 * @param superseded writes that came late: the index had the same or a newer version
 * @param rejected documents that Elasticsearch refuses; to repeat them is of no use
 */
public record BulkReport(int written, int superseded, List<Rejected> rejected) {
  public BulkReport {
    rejected = List.copyOf(rejected);
  }

  /** A document that was refused, and why. */
  public record Rejected(String id, String reason) {}
}
