package dev.musubi.web.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody searches for. Empty lists and nulls mean "anything". */
public record SearchQuestion(
    @Nullable String q,
    @Nullable String lang,
    List<String> licence,
    List<String> prefecture,
    List<String> field,
    List<String> ipc,
    @Nullable Integer remainingYearsMin,
    @Nullable String sort,
    @Nullable String cursor,
    int limit) {

  /** A text alone. */
  public static SearchQuestion text(String text, String lang, int limit) {
    return new SearchQuestion(
        text, lang, List.of(), List.of(), List.of(), List.of(), null, null, null, limit);
  }

  Query query() {
    return new Query()
        .with("q", q)
        .with("lang", lang)
        .withEach("licence", licence)
        .withEach("prefecture", prefecture)
        .withEach("field", field)
        .withEach("ipc", ipc)
        .with("remaining_years_min", remainingYearsMin)
        .with("sort", sort)
        .with("cursor", cursor)
        .with("limit", limit);
  }
}
