package dev.musubi.listings.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file whose encoding and format are known, ready to be read.
 *
 * @param format by which it is read
 * @param encoding told by its bytes
 * @param headers of a CSV file as it has them; empty for JSON lines
 * @param rows the rest of it
 */
record OpenedFile(Format format, TextEncoding encoding, List<String> headers, Rows rows)
    implements AutoCloseable {
  private static final int BEGINNING = 1 << 20;

  /** Gives the bytes of a file from its beginning, as often as asked. */
  @FunctionalInterface
  interface Bytes {
    InputStream open() throws IOException;
  }

  /** Nobody knows this file. The code is a key of {@code import.file.<code>}. */
  static final class Unrecognised extends RuntimeException {
    private static final int MOST_SHOWN = 30;
    private static final int LONGEST_SHOWN = 60;

    private final String code;
    private final List<String> headers;

    Unrecognised(String code, List<String> headers) {
      super(code);
      this.code = code;
      this.headers = headers;
    }

    String code() {
      return code;
    }

    /** What the file has for headers, as far as it has any and people would read them. */
    List<String> headers() {
      return headers.stream().limit(MOST_SHOWN).map(Unrecognised::readable).toList();
    }

    private static String readable(String header) {
      String line = header.replaceAll("\\p{Cntrl}", " ").strip();
      return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
  }

  /**
   * Opens a file.
   *
   * @param formatId of a format, or null to recognise it
   * @throws Unrecognised when the file is empty or of no known format
   */
  static OpenedFile open(Formats formats, Bytes bytes, @Nullable String formatId)
      throws IOException {
    TextEncoding encoding;
    try (InputStream in = bytes.open()) {
      if (BinaryFile.isOne(in.readNBytes(BinaryFile.ENOUGH))) {
        throw new Unrecognised("binary", List.of());
      }
    }
    try (InputStream in = bytes.open()) {
      encoding = TextEncoding.sniff(in);
    }
    Reader text = encoding.reader(bytes.open());
    try {
      return open(formats, encoding, new BufferedReader(text, BEGINNING), formatId);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static OpenedFile open(
      Formats formats, TextEncoding encoding, BufferedReader text, @Nullable String formatId)
      throws IOException {
    text.mark(BEGINNING);
    String firstLine = firstLine(text);
    text.reset();
    if (firstLine == null) {
      throw new Unrecognised("empty", List.of());
    }
    return firstLine.startsWith("{")
        ? jsonLines(formats, encoding, text, firstLine, formatId)
        : csv(formats, encoding, text, formatId);
  }

  /**
   * The first line with anything in it, within what can be marked: a file without line ends is no
   * reason to fill the memory, and one of blank lines none to look at each of them again.
   */
  private static @Nullable String firstLine(BufferedReader text) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    for (int read = 1; c >= 0 && read < BEGINNING; read++, c = text.read()) {
      if (c == '\n' || c == '\r') {
        if (!line.toString().isBlank()) {
          break;
        }
        line.setLength(0);
      } else if (c != '\uFEFF') {
        line.append((char) c);
      }
    }
    return line.toString().isBlank() ? null : line.toString().strip();
  }

  private static OpenedFile jsonLines(
      Formats formats,
      TextEncoding encoding,
      Reader text,
      String firstLine,
      @Nullable String formatId) {
    List<String> names = names(firstLine);
    Format format = format(formats, names, false, formatId);
    Rows rows = new JsonLinesRows(text, format.kind() == Format.Kind.NATIVE);
    return new OpenedFile(format, encoding, List.of(), rows);
  }

  private static List<String> names(String line) {
    try (JsonLinesRows one = new JsonLinesRows(new java.io.StringReader(line), false)) {
      return one.hasNext() ? new ArrayList<>(one.next().values().keySet()) : List.of();
    }
  }

  private static OpenedFile csv(
      Formats formats, TextEncoding encoding, Reader text, @Nullable String formatId)
      throws IOException {
    List<String> preambles =
        formats.all().stream().map(Format::preamble).filter(Objects::nonNull).toList();
    CsvRows rows = CsvRows.open(text, preambles);
    Format format = format(formats, rows.headers(), true, formatId);
    return new OpenedFile(format, encoding, rows.headers(), rows);
  }

  private static Format format(
      Formats formats, List<String> headers, boolean csv, @Nullable String formatId) {
    if (formatId == null) {
      return formats
          .recognise(headers, csv)
          .orElseThrow(() -> new Unrecognised("unrecognised", headers));
    }
    Format format =
        formats.byId(formatId).orElseThrow(() -> new Unrecognised("unknown-format", headers));
    if ((format.kind() == Format.Kind.CSV) != csv) {
      throw new Unrecognised(csv ? "csv-expected-json" : "json-expected-csv", headers);
    }
    return format;
  }

  @Override
  public void close() {
    rows.close();
  }
}
