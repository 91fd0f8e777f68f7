package dev.musubi.search;

import tools.jackson.databind.node.ObjectNode;

/**
 * One change of one document. A version that is not greater than that of the document in the index
 * changes nothing, so late and repeated writes do no harm.
 */
public sealed interface DocumentWrite {
  String id();

  long version();

  /** The document becomes this. */
  record Put(String id, long version, ObjectNode document) implements DocumentWrite {}

  /**
   * The document is no longer found. An empty document with the version stays until the next
   * rebuild, because Elasticsearch forgets the version of a deleted one after a minute, and a late
   * write would bring it back.
   */
  record Remove(String id, long version) implements DocumentWrite {}
}
