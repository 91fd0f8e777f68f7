package dev.musubi.listings.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file (RFC 4180), comma or tab between fields. */
final class CsvRows implements Rows {
  /** Larger things are no listings; reading them whole could fill the memory. */
  private static final int LONGEST_FIELD = 1_000_000;

  private static final int LONGEST_ROW = 2_000_000;
  private static final int MOST_FIELDS = 2_000;

  private final CloseableIterator<CsvRecord> records;
  private final List<String> headers;
  private final long linesBefore;
  private @Nullable RawRow next;
  private boolean broken;

  private CsvRows(CloseableIterator<CsvRecord> records, List<String> headers, long linesBefore) {
    this.records = records;
    this.headers = headers;
    this.linesBefore = linesBefore;
  }

  /**
   * @param preambles beginnings of a first line that is no header
   */
  static CsvRows open(Reader text, List<String> preambles) throws IOException {
    BufferedReader reader = new BufferedReader(text, 1 << 16);
    long skipped = skipPreamble(reader, preambles);
    char separator = separator(reader);
    CloseableIterator<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_FIELD)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_FIELDS)
                    .maxFieldSize(LONGEST_FIELD)
                    .maxRecordSize(LONGEST_ROW)
                    .build(),
                reader)
            .iterator();
    return new CsvRows(records, headers(records), skipped);
  }

  private static List<String> headers(CloseableIterator<CsvRecord> records) {
    try {
      return records.hasNext() ? records.next().getFields() : List.of();
    } catch (CsvParseException e) {
      throw new OpenedFile.Unrecognised("header-broken", List.of());
    }
  }

  private static long skipPreamble(BufferedReader reader, List<String> preambles)
      throws IOException {
    reader.mark(1 << 16);
    char[] beginning = new char[64];
    int length = Math.max(0, reader.read(beginning));
    reader.reset();
    String start = new String(beginning, 0, length);
    if (preambles.stream().anyMatch(start::startsWith)) {
      reader.readLine();
      return 1;
    }
    return 0;
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(1 << 16);
    char[] beginning = new char[1 << 14];
    int length = Math.max(0, reader.read(beginning));
    reader.reset();
    String line = new String(beginning, 0, length).split("\\R", 2)[0];
    boolean tabs =
        line.chars().filter(c -> c == '\t').count() > line.chars().filter(c -> c == ',').count();
    return tabs ? '\t' : ',';
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !broken) {
      next = read();
    }
    return next != null;
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

  /** A quote that never closes swallows the rest of the file: that is said once, and ends it. */
  private @Nullable RawRow read() {
    try {
      return records.hasNext() ? row(records.next()) : null;
    } catch (CsvParseException e) {
      broken = true;
      return RawRow.damaged(0, RowProblem.error(null, "csv-broken", e.getMessage()));
    }
  }

  private RawRow row(CsvRecord record) {
    long line = record.getStartingLineNumber() + linesBefore;
    if (record.getFieldCount() != headers.size()) {
      String found = record.getFieldCount() + " / " + headers.size();
      return RawRow.damaged(line, RowProblem.error(null, "field-count", found));
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      values.put(headers.get(i), List.of(record.getField(i)));
    }
    return RawRow.of(line, values);
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
