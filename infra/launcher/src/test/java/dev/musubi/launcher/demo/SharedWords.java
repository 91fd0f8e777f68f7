package dev.musubi.launcher.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How far a need speaks in the words of a listing, roughly, without a dictionary. */
final class SharedWords {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]{2,}");
  private static final Pattern KANJI = Pattern.compile("[一-龥々]{2,}");
  private static final Pattern LATIN = Pattern.compile("[a-z]{4,}");

  private SharedWords() {}

  /** Share of the need's content words that the listing uses as well, 0 to 1. */
  static double share(JsonNode need, JsonNode listing) {
    Set<String> ofNeed = words(need.path("title").asString() + " " + need.path("text").asString());
    Set<String> ofListing =
        words(
            listing
                .path("texts")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining(" ")));
    long shared = ofNeed.stream().filter(ofListing::contains).count();
    return (double) shared / ofNeed.size();
  }

  /** Words in katakana, pairs of kanji and Latin words without their endings. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    KATAKANA.matcher(text).results().forEach(it -> words.add(it.group()));
    Matcher kanji = KANJI.matcher(text);
    while (kanji.find()) {
      for (int i = kanji.start(); i + 2 <= kanji.end(); i++) {
        words.add(text.substring(i, i + 2));
      }
    }
    LATIN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(it -> it.group().replaceFirst("(ing|ed|es|s)$", ""))
        .forEach(words::add);
    return words;
  }
}
