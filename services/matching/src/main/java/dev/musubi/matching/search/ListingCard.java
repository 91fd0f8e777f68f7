package dev.musubi.matching.search;

import dev.musubi.elements.Element;
import dev.musubi.model.Language;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A listing in short, as lists show it.
 *
 * @param titleLang language of title and summary: the reader's, if the listing has it
 * @param summary one sentence, or the beginning of the text where there is none
 * @param remainingYears of the longest right, with one decimal; null when unknown
 */
public record ListingCard(
    String id,
    String title,
    String titleLang,
    @Nullable String summary,
    Organisation organisation,
    List<String> licenceKinds,
    List<String> ipc,
    List<String> fields,
    @Nullable Double remainingYears,
    boolean sample) {
  private static final int EXCERPT = 140;
  private static final double DAYS_A_YEAR = 365.25;

  /** Who lists it. */
  public record Organisation(String id, @Nullable String name, @Nullable String prefecture) {}

  /** What must be in {@code _source} for {@link #of}. */
  public static List<String> sources() {
    var sources = new ArrayList<>(List.of("id", "organisation", "licence", "ipc", "field"));
    sources.addAll(List.of("prefecture", "expires_on", "sample"));
    for (var language : Language.values()) {
      for (var field : List.of("title", "summary", "problem", "effect", "overview")) {
        sources.add(language.code() + "." + field);
      }
      for (var element : Element.values()) {
        sources.add(language.code() + "." + element.key());
      }
    }
    return sources;
  }

  /** Reads a document of the index. */
  public static ListingCard of(JsonNode source, Language reader, LocalDate today) {
    var language = source.path(reader.code()).has("title") ? reader : other(reader);
    var text = source.path(language.code());
    return new ListingCard(
        source.path("id").asString(""),
        text.path("title").asString(""),
        language.code(),
        summary(text),
        organisation(source, reader),
        strings(source.path("licence")),
        strings(source.path("ipc")),
        strings(source.path("field")),
        remaining(source.path("expires_on").asString(""), today),
        source.path("sample").asBoolean(false));
  }

  private static Language other(Language language) {
    return language == Language.JA ? Language.EN : Language.JA;
  }

  private static Organisation organisation(JsonNode source, Language reader) {
    var node = source.path("organisation");
    var names = node.path("name");
    var name = reader == Language.EN && names.size() > 1 ? names.path(1) : names.path(0);
    var prefecture = node.path("prefecture").asString(source.path("prefecture").asString(""));
    return new Organisation(
        node.path("id").asString(""),
        name.isMissingNode() ? null : name.asString(),
        prefecture.isEmpty() ? null : prefecture);
  }

  private static @Nullable String summary(JsonNode text) {
    for (var field : List.of("summary", "problem", "effect", "overview")) {
      var found = text.path(field).asString("");
      if (!found.isBlank()) {
        return excerpt(found);
      }
    }
    return null;
  }

  private static String excerpt(String text) {
    if (text.length() <= 2 * EXCERPT) {
      return text;
    }
    var end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
    var space = text.lastIndexOf(' ', 2 * EXCERPT);
    return text.substring(0, space > end ? space : end) + "…";
  }

  private static @Nullable Double remaining(String expires, LocalDate today) {
    if (expires.isEmpty()) {
      return null;
    }
    var days = ChronoUnit.DAYS.between(today, LocalDate.parse(expires));
    return Math.max(0, Math.round(days / DAYS_A_YEAR * 10) / 10.0);
  }

  static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(it -> strings.add(it.asString()));
    return strings;
  }

  /** Marked fragments by field, with {@code [[} and {@code ]]} around the words that met. */
  public static Map<String, List<String>> highlights(JsonNode highlight) {
    var fragments = new LinkedHashMap<String, List<String>>();
    for (var field : highlight.properties()) {
      var name = field.getKey().substring(field.getKey().indexOf('.') + 1);
      var marked =
          strings(field.getValue()).stream()
              .map(it -> it.replace("[[", "[ [").replace("]]", "] ]"))
              .map(it -> it.replace("\uE000", "[[").replace("\uE001", "]]"))
              .toList();
      fragments.merge(
          name, marked, (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    return fragments;
  }
}
