package dev.musubi.listings.imports;

import dev.musubi.model.Cpc;
import dev.musubi.model.FTerm;
import dev.musubi.model.Fi;
import dev.musubi.model.Ipc;
import dev.musubi.model.PatentNumber;
import dev.musubi.model.Vocabulary;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of one row, each by what its column means. */
final class ListingAssembler {
  static final String REPLACEMENT = "\uFFFD";
  private static final Pattern QUOTED = Pattern.compile("\\s*=\"([^\"]*)\"\\s*");
  private static final Pattern GAIJI = Pattern.compile("[▲▼]");

  private final Format format;
  private final List<RowProblem> problems = new ArrayList<>();
  private final Map<Target, String> texts = new LinkedHashMap<>();
  private final Map<Target, PatentNumber> numbers = new LinkedHashMap<>();
  private final Map<Target, LocalDate> dates = new LinkedHashMap<>();
  private final Map<Target, Set<String>> lists = new LinkedHashMap<>();
  private final Map<Target, String> columns = new LinkedHashMap<>();

  ListingAssembler(Format format) {
    this.format = format;
  }

  void fill(Format.Column column, String header, List<String> cells) {
    for (String cell : cells) {
      String text = clean(cell);
      if (text.isEmpty() || column.target() == Target.IGNORED) {
        continue;
      }
      if (text.startsWith("=")) {
        // A formula says nothing without its workbook, and is a trap in the next one.
        problems.add(RowProblem.warning(header, "formula", text));
        continue;
      }
      if (text.contains(REPLACEMENT)) {
        problems.add(RowProblem.error(header, "undecodable", text));
        continue;
      }
      columns.putIfAbsent(column.target(), header);
      put(column, header, text);
    }
  }

  /**
   * Marks of characters outside the standard set (▲高▼) go; the character stays. ="2020-1" is how
   * workbooks keep a number from becoming a date.
   */
  private static String clean(String cell) {
    Matcher quoted = QUOTED.matcher(cell);
    if (quoted.matches()) {
      return clean(quoted.group(1));
    }
    return GAIJI.matcher(cell).replaceAll("").replace("\u0000", "").strip();
  }

  private void put(Format.Column column, String header, String text) {
    switch (column.target()) {
      case EXTERNAL_ID,
          TITLE,
          SUMMARY,
          PROBLEM,
          SOLUTION,
          EFFECT,
          PRODUCTS,
          OVERVIEW,
          ABSTRACT,
          INVENTION_TITLE,
          UPFRONT_NOTE,
          ROYALTY_NOTE,
          OFFICE,
          PREFECTURE,
          TRL ->
          texts.putIfAbsent(column.target(), text);
      case LANGUAGE, STATUS, LICENCE_OFFERED, ASSIGNMENT_OFFERED, SUBLICENCE ->
          meaning(column, header, text).ifPresent(word -> texts.put(column.target(), word));
      case DOCUMENT_NUMBER, APPLICATION_NUMBER, PUBLICATION_NUMBER, REGISTRATION_NUMBER ->
          number(column.target(), header, text);
      case FILED_ON, PUBLISHED_ON, REGISTERED_ON, EXPIRES_ON -> date(column.target(), header, text);
      case OWNERS -> owners(column, text);
      case FI -> codes(column, header, FiSplitter.split(text), s -> Fi.tryParse(s).map(Fi::code));
      case IPC -> codes(column, header, split(column, text), s -> Ipc.tryParse(s).map(Ipc::code));
      case CPC -> codes(column, header, split(column, text), s -> Cpc.tryParse(s).map(Cpc::code));
      case F_TERM ->
          codes(column, header, split(column, text), s -> FTerm.tryParse(s).map(FTerm::code));
      case FIELD -> split(column, text).forEach(word -> field(column, word));
      case FUNCTION ->
          split(column, text)
              .forEach(word -> list(Target.FUNCTION).add(Vocabulary.FUNCTIONS.code(word)));
      case KEYWORDS -> list(Target.KEYWORDS).addAll(split(column, text));
      case IGNORED -> {}
    }
  }

  private Optional<String> meaning(Format.Column column, String header, String text) {
    Optional<String> word = column.meaning(Normalizer.normalize(text, Normalizer.Form.NFKC));
    if (word.isEmpty()) {
      problems.add(RowProblem.warning(header, "unknown-word", text));
    }
    return word;
  }

  private void number(Target target, String header, String text) {
    if (text.equals("0") || text.equals("-")) {
      return;
    }
    String office = texts.getOrDefault(Target.OFFICE, format.office());
    // Lens writes "JP 2020/901234 A" like its numbers of the United States.
    Optional<PatentNumber> number =
        PatentNumber.tryParse(text, office, expected(target))
            .or(() -> PatentNumber.tryParse(text.replace("/", ""), office, expected(target)));
    if (number.isPresent()) {
      numbers.put(target, number.get());
      if (target == Target.DOCUMENT_NUMBER) {
        texts.putIfAbsent(Target.EXTERNAL_ID, number.get().key());
      }
    } else {
      problems.add(RowProblem.error(header, "number", text));
    }
  }

  private static PatentNumber.@Nullable Type expected(Target target) {
    return switch (target) {
      case APPLICATION_NUMBER -> PatentNumber.Type.APPLICATION;
      case PUBLICATION_NUMBER -> PatentNumber.Type.PUBLICATION;
      case REGISTRATION_NUMBER -> PatentNumber.Type.REGISTRATION;
      default -> null;
    };
  }

  /** The first day of computers' time stands for "unknown" in more than one data set. */
  private void date(Target target, String header, String text) {
    Optional<LocalDate> date = WrittenDate.read(text);
    if (date.isEmpty()) {
      problems.add(RowProblem.error(header, "date", text));
    } else if (!date.get().equals(LocalDate.EPOCH)) {
      dates.put(target, date.get());
    }
  }

  /** The column of right holders, which comes first in a mapping, wins over that of applicants. */
  private void owners(Format.Column column, String text) {
    if (list(Target.OWNERS).isEmpty()) {
      list(Target.OWNERS).addAll(split(column, text));
    }
  }

  private void field(Format.Column column, String word) {
    String code = column.meaning(word).orElse(word);
    list(Target.FIELD).add(Vocabulary.TECHNICAL_FIELDS.code(code));
  }

  private void codes(
      Format.Column column,
      String header,
      List<String> parts,
      Function<String, Optional<String>> reader) {
    for (String part : parts) {
      Optional<String> code = reader.apply(part);
      code.ifPresent(list(column.target())::add);
      if (code.isEmpty()) {
        problems.add(RowProblem.warning(header, "classification", part));
      }
    }
  }

  private static List<String> split(Format.Column column, String text) {
    if (column.separator() == null) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split(column.separator(), -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private Set<String> list(Target target) {
    return lists.computeIfAbsent(target, t -> new LinkedHashSet<>());
  }

  ReadRow finish(long line) {
    String externalId = texts.get(Target.EXTERNAL_ID);
    if (externalId == null) {
      problems.add(RowProblem.error(null, "no-identity", null));
    }
    String title = texts.get(Target.TITLE);
    if (title == null) {
      problems.add(RowProblem.error(null, "no-title", null));
    } else if (!TitleLength.fits(title)) {
      problems.add(RowProblem.warning(columns.get(Target.TITLE), "title-cut", title));
    }
    if (problems.stream().anyMatch(RowProblem::isError)) {
      return new ReadRow(line, externalId, null, List.copyOf(problems), Map.of());
    }
    ListingJson json = new ListingJson(format, texts, numbers, dates, lists);
    return new ReadRow(
        line, externalId, json.build(), List.copyOf(problems), json.origins(columns));
  }
}
