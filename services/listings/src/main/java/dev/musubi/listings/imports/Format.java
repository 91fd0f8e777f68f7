package dev.musubi.listings.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How another system writes its listings: one file of {@code /formats}.
 *
 * @param id for the API, for example "jplatpat-csv"
 * @param name for people, by language
 * @param kind how rows are told apart
 * @param signatures sets of headers; a file that has all of one is of this format
 * @param language of its texts when a row does not say, "ja" or "en"
 * @param office that gave its numbers when they do not say, ISO 3166 alpha-2
 * @param preamble beginning of a first line that is no header, or null
 * @param columns what each header means
 */
record Format(
    String id,
    Map<String, String> name,
    Kind kind,
    List<List<String>> signatures,
    String language,
    String office,
    @Nullable String preamble,
    List<Column> columns) {

  /** How rows are told apart. */
  enum Kind {
    CSV,
    JSON_LINES,
    /** JSON lines in the words of our own API. */
    NATIVE
  }

  /**
   * One column.
   *
   * @param headers its names, any of which may stand in the file
   * @param target what it fills
   * @param separator regular expression between several values, or null when there is only one
   * @param values what the file's words mean, by what they contain, the first that fits; or null
   *     when they are taken as they are
   */
  record Column(
      List<String> headers,
      Target target,
      @Nullable String separator,
      @Nullable Map<String, String> values) {

    /** What a word of the file means, empty when the mapping does not know it. */
    Optional<String> meaning(String word) {
      if (values == null) {
        return Optional.of(word);
      }
      return values.entrySet().stream()
          .filter(entry -> word.contains(entry.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  /** How many headers of its best signature the file has, 0 when it lacks one of each. */
  int recognises(Set<String> normalHeaders) {
    return signatures.stream()
        .filter(s -> normalHeaders.containsAll(s.stream().map(Headers::normal).toList()))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }
}
