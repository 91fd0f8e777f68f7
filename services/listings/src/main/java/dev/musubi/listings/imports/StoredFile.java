package dev.musubi.listings.imports;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file of an import, read piece by piece from the database. */
final class StoredFile extends InputStream {
  private final ImportStore store;
  private final UUID id;
  private byte @Nullable [] chunk;
  private int number;
  private int at;
  private long position;

  StoredFile(ImportStore store, UUID id) {
    this.store = store;
    this.id = id;
  }

  /** Bytes handed out so far. */
  long position() {
    return position;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (chunk == null || at == chunk.length) {
      chunk = store.chunk(id, number++);
      at = 0;
    }
    if (chunk == null) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, count);
    at += count;
    position += count;
    return count;
  }
}
