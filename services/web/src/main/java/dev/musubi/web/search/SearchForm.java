package dev.musubi.web.search;

import dev.musubi.web.clients.Query;
import dev.musubi.web.clients.SearchQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search form as it stands in the address. */
record SearchForm(
    @Nullable String q,
    @Nullable List<String> licence,
    @Nullable List<String> prefecture,
    @Nullable List<String> field,
    @Nullable List<String> ipc,
    @Nullable String years,
    @Nullable String sort,
    @Nullable String cursor) {
  private static final int SHOWN = 20;

  SearchQuestion question(String lang) {
    return new SearchQuestion(
        q, lang, of(licence), of(prefecture), of(field), of(ipc), number(), sort, cursor, SHOWN);
  }

  /** Each filter with the address that goes without it. */
  List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    of(licence).forEach(value -> filters.add(filter("licence", value)));
    of(prefecture).forEach(value -> filters.add(filter("prefecture", value)));
    of(field).forEach(value -> filters.add(filter("field", value)));
    of(ipc).forEach(value -> filters.add(filter("ipc", value)));
    if (number() != null) {
      filters.add(filter("years", String.valueOf(number())));
    }
    return filters;
  }

  /** Whether a value of a facet is chosen. */
  public boolean has(String name, String value) {
    return switch (name) {
      case "licence" -> of(licence).contains(value);
      case "prefecture" -> of(prefecture).contains(value);
      case "field" -> of(field).contains(value);
      case "ipc" -> of(ipc).contains(value);
      default -> value.equals(years);
    };
  }

  /** The same search, without any filter. */
  public String cleared() {
    return new Query().with("q", q).with("sort", sort).after("/search");
  }

  /** The same search with other words. */
  public String with(String words) {
    return address(words, "", "", null);
  }

  /** The next page of the same search. */
  public String next(String after) {
    return address(q == null ? "" : q, "", "", after);
  }

  private Filter filter(String name, String value) {
    return new Filter(name, value, address(q == null ? "" : q, name, value, null));
  }

  private String address(String words, String without, String value, @Nullable String after) {
    Query query = new Query().with("q", words);
    query.withEach("licence", less("licence", of(licence), without, value));
    query.withEach("prefecture", less("prefecture", of(prefecture), without, value));
    query.withEach("field", less("field", of(field), without, value));
    query.withEach("ipc", less("ipc", of(ipc), without, value));
    if (!without.equals("years")) {
      query.with("years", number());
    }
    return query.with("sort", sort).with("cursor", after).after("/search");
  }

  private static List<String> less(String name, List<String> values, String without, String value) {
    return name.equals(without)
        ? values.stream().filter(other -> !other.equals(value)).toList()
        : values;
  }

  private @Nullable Integer number() {
    return years != null && years.matches("\\d{1,2}") ? Integer.valueOf(years) : null;
  }

  private static List<String> of(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().filter(v -> !v.isBlank()).toList();
  }

  /** A filter in force. */
  record Filter(String name, String value, String without) {}
}
