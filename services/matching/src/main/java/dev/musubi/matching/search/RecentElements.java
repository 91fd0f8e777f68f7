package dev.musubi.matching.search;

import dev.musubi.matching.scoring.Remembered;
import dev.musubi.model.event.NeedState.Elements;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Elements that were drawn lately. A need is judged beside hundreds of listings in a row, and a
 * listing beside hundreds of needs; drawing anew for each pair was half of what the service spent.
 * Texts are remembered by their hash. Safe for use by many threads.
 */
final class RecentElements {
  private final Map<ByteBuffer, Elements> known;

  /**
   * @param most how many are remembered, some kilobytes each
   */
  RecentElements(int most) {
    known = new Remembered<>(most);
  }

  /**
   * Those of the texts, drawn only when they are not known.
   *
   * @param texts all that is drawn from, in an order that tells what each is; null where one is
   *     missing
   */
  Elements of(List<@Nullable String> texts, Supplier<Elements> draw) {
    var key = hash(texts);
    synchronized (known) {
      var before = known.get(key);
      if (before != null) {
        return before;
      }
    }
    var drawn = draw.get();
    synchronized (known) {
      known.put(key, drawn);
    }
    return drawn;
  }

  private static ByteBuffer hash(List<@Nullable String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var text : texts) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        // The length first, so that no two rows of texts read alike.
        digest.update(
            ByteBuffer.allocate(Integer.BYTES).putInt(text == null ? -1 : bytes.length).flip());
        digest.update(bytes);
      }
      return ByteBuffer.wrap(digest.digest());
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("Every JDK has SHA-256", none);
    }
  }
}
