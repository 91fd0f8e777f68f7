package dev.musubi.listings.imports;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of a file, one at a time: memory does not grow with the file.
 *
 * @param headers as the file has them; empty for JSON lines, in which every row has its own
 */
interface Rows extends Iterator<RawRow>, AutoCloseable {
  List<String> headers();

  @Override
  void close();
}
