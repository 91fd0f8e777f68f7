package dev.musubi.dictionary;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Makes both directions from the files {@code edict} and {@code compdic} of Debian's package edict:
 * {@code DictionaryBuilder EDICT COMPDIC OUT_DIR}. Run once a release of the dictionary; the result
 * is part of the source.
 */
final class DictionaryBuilder {
  private static final Pattern ENTRY = Pattern.compile("^(\\S+)(?: \\[([^\\]]*)\\])? /(.*)/$");
  private static final Pattern NOTE = Pattern.compile("\\([^)]*\\)|\\{[^}]*\\}");

  /** A noun that is usually written in kana, at least in its first sense: ねじ, ろうそく. */
  private static final Pattern USUALLY_KANA =
      Pattern.compile("^\\(n[^)]*\\) (\\([^)]*\\) )*\\(uk\\)");

  private static final int MOST_RENDERINGS = 8;

  private final Map<String, Map<String, Integer>> toEnglish = new HashMap<>();
  private final Map<String, Map<String, Integer>> toJapanese = new HashMap<>();

  private DictionaryBuilder() {}

  public static void main(String[] arguments) throws IOException {
    DictionaryBuilder builder = new DictionaryBuilder();
    builder.read(Path.of(arguments[0]));
    builder.read(Path.of(arguments[1]));
    Path out = Files.createDirectories(Path.of(arguments[2]));
    write(out.resolve("ja-en.tsv.gz"), builder.toEnglish);
    builder.dropRepeated();
    write(out.resolve("en-ja.tsv.gz"), builder.toJapanese);
  }

  /** Stems that say no more than the same words as they stand. */
  private void dropRepeated() {
    int mark = EnglishWords.STEMMED.length();
    toJapanese
        .entrySet()
        .removeIf(
            it ->
                it.getKey().startsWith(EnglishWords.STEMMED)
                    && it.getValue().equals(toJapanese.get(it.getKey().substring(mark))));
  }

  private void read(Path file) throws IOException {
    try (var lines = Files.lines(file, Charset.forName("EUC-JP"))) {
      lines.map(ENTRY::matcher).filter(Matcher::matches).forEach(this::add);
    }
  }

  private void add(Matcher entry) {
    String headword = Normalizer.normalize(entry.group(1), Normalizer.Form.NFKC).replace("・", "");
    String body = entry.group(3);
    if (headword.contains("?") || body.contains("(arch)") || body.contains("(obs)")) {
      return;
    }
    boolean common = body.contains("(P)");
    List<String> glosses = glosses(body);
    for (int i = 0; i < glosses.size(); i++) {
      int weight = (common ? 100 : 80) * 2 / (2 + i);
      String gloss = glosses.get(i);
      for (String key : keys(headword, body)) {
        keep(toEnglish, key, gloss, weight);
      }
      String reading = entry.group(2);
      if (reading != null && USUALLY_KANA.matcher(body).find() && JapaneseScript.isNoun(reading)) {
        keep(toEnglish, reading, gloss, weight);
      }
      // As it stands, and by its stems for whatever else they may be met as.
      keep(toJapanese, EnglishWords.plain(gloss), headword, weight);
      keep(toJapanese, EnglishWords.STEMMED + EnglishWords.key(gloss), headword, weight);
    }
  }

  private static List<String> glosses(String body) {
    return Arrays.stream(body.split("/"))
        .map(
            gloss -> NOTE.matcher(gloss).replaceAll(" ").strip().toLowerCase(java.util.Locale.ROOT))
        .map(gloss -> gloss.replaceFirst("^(to be|to|a|an|the) ", "").replaceAll("\\s+", " "))
        .filter(gloss -> !gloss.isEmpty() && gloss.split(" ").length <= 5)
        .filter(gloss -> !EnglishWords.key(gloss).isEmpty())
        .distinct()
        .limit(MOST_RENDERINGS)
        .toList();
  }

  /** An inflected verb or adjective is met by its stem: 貼り付ける also as 貼り付け. */
  private static List<String> keys(String headword, String body) {
    List<String> keys = new ArrayList<>(List.of(headword));
    boolean inflects = Pattern.compile("\\((v[0-9k]|adj-i)").matcher(body).find();
    String stem = headword.substring(0, headword.length() - 1);
    boolean longEnough = stem.length() >= 2 && JapaneseScript.isKanji(headword.charAt(0));
    if (inflects && longEnough) {
      keys.add(stem);
    }
    return keys;
  }

  private static void keep(
      Map<String, Map<String, Integer>> into, String key, String rendering, int weight) {
    if (!key.isBlank() && rendering.indexOf('|') < 0 && rendering.indexOf('\t') < 0) {
      into.computeIfAbsent(key, k -> new HashMap<>()).merge(rendering, weight, Math::max);
    }
  }

  private static void write(Path file, Map<String, Map<String, Integer>> entries)
      throws IOException {
    List<String> keys = new ArrayList<>(entries.keySet());
    keys.sort(
        (a, b) ->
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (String key : keys) {
        writer.write(key);
        for (Map.Entry<String, Integer> rendering : best(entries.getOrDefault(key, Map.of()))) {
          writer.write("\t" + rendering.getKey() + "|" + rendering.getValue());
        }
        writer.write("\n");
      }
    }
  }

  private static List<Map.Entry<String, Integer>> best(Map<String, Integer> renderings) {
    return renderings.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_RENDERINGS)
        .toList();
  }
}
