package dev.musubi.listings.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a file with one JSON object a line. */
final class JsonLinesRows implements Rows {
  /** A line longer than this is no listing; reading it whole could fill the memory. */
  private static final int LONGEST_LINE = 1_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final BufferedReader reader;
  private final boolean inOwnWords;
  private long line;
  private @Nullable RawRow next;

  JsonLinesRows(Reader text, boolean inOwnWords) {
    this.reader = new BufferedReader(text, 1 << 16);
    this.inOwnWords = inOwnWords;
  }

  @Override
  public List<String> headers() {
    return List.of();
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        String text = readLine();
        if (text == null) {
          return false;
        }
        next = text.isBlank() ? null : row(text);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = java.util.Objects.requireNonNull(next);
    next = null;
    return row;
  }

  /** The next line; of one that is too long only its beginning. */
  private @Nullable String readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    line++;
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (text.length() <= LONGEST_LINE && c != '\r' && c != '\uFEFF') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  private RawRow row(String text) {
    if (text.length() > LONGEST_LINE) {
      return RawRow.damaged(line, RowProblem.error(null, "line-too-long", null));
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (!(node instanceof ObjectNode object)) {
        return RawRow.damaged(line, RowProblem.error(null, "not-an-object", text));
      }
      return inOwnWords ? RawRow.whole(line, object) : RawRow.of(line, values(object));
    } catch (JacksonException e) {
      return RawRow.damaged(line, RowProblem.error(null, "json-broken", text));
    }
  }

  static Map<String, List<String>> values(ObjectNode object) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> values.put(name, texts(value)));
    return values;
  }

  private static List<String> texts(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return List.of();
    }
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(item -> texts.addAll(texts(item)));
      return texts;
    }
    return List.of(value.isValueNode() ? value.asString() : value.toString());
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
