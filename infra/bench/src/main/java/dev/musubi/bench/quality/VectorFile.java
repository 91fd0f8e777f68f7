package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.embedding.ModelIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Vectors of one model by the hash of role and text: records of 32 bytes and the numbers, one after
 * the other. What a killed run has left half written is cut off.
 */
final class VectorFile {
  private static final int HASH = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private final int dimensions;
  private final int record;

  /** The file of a model in this folder. */
  VectorFile(Path folder, ModelIdentity model) {
    this.file = folder.resolve("vectors-" + model.key() + ".bin");
    this.dimensions = model.dimensions();
    this.record = HASH + Float.BYTES * dimensions;
  }

  Map<String, float[]> read() {
    var vectors = new HashMap<String, float[]>();
    if (!Files.exists(file)) {
      return vectors;
    }
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= record) {
        var hash = new byte[HASH];
        bytes.get(hash);
        var vector = new float[dimensions];
        bytes.asFloatBuffer().get(vector);
        bytes.position(bytes.position() + Float.BYTES * dimensions);
        vectors.put(HEX.formatHex(hash), vector);
      }
      return vectors;
    } catch (IOException failure) {
      throw Texts.failure("failure.unreadable", file, failure.getMessage());
    }
  }

  void append(Map<String, float[]> vectors) {
    var bytes = ByteBuffer.allocate(vectors.size() * record).order(ByteOrder.LITTLE_ENDIAN);
    vectors.forEach(
        (hash, vector) -> {
          bytes.put(HEX.parseHex(hash));
          for (var number : vector) {
            bytes.putFloat(number);
          }
        });
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      var whole = channel.size() - channel.size() % record;
      channel.position(whole);
      for (bytes.flip(); bytes.hasRemaining(); ) {
        channel.write(bytes);
      }
      lock.release();
    } catch (IOException failure) {
      throw Texts.failure("failure.unwritable", file, failure.getMessage());
    }
  }
}
