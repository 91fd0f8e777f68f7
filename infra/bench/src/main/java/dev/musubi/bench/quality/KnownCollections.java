package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The development collections, as {@code collections.json} names their files. */
final class KnownCollections {
  private static final JsonMapper MAPPER = new JsonMapper();

  private KnownCollections() {}

  /**
   * Reads all of them.
   *
   * @param folder that holds a folder for each family
   */
  static Map<String, Collection> read(Path folder) {
    var collections = new LinkedHashMap<String, Collection>();
    for (var entry : entries()) {
      var fields = texts(entry.path("fields"));
      var docs = texts(entry.path("docs")).stream().map(folder::resolve).toList();
      var queries = folder.resolve(entry.path("queries").asString());
      var qrels = folder.resolve(entry.path("qrels").asString());
      var whole = new CollectionReader(fields).read(docs, queries, qrels);
      collections.put(entry.path("name").asString(), narrow(whole, entry));
    }
    return collections;
  }

  private static Collection narrow(Collection whole, JsonNode entry) {
    var most = entry.path("most").asInt(Integer.MAX_VALUE);
    var some =
        whole.queries().stream()
            .sorted(Comparator.comparing(it -> Half.hash(it.id())))
            .limit(most)
            .toList();
    var language = Language.find(entry.path("docsLanguage").asString(""));
    return language.map(whole::inLanguage).orElse(whole).with(some);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(it -> texts.add(it.asString()));
    return texts;
  }

  private static JsonNode entries() {
    try (var in = KnownCollections.class.getResourceAsStream("collections.json")) {
      return MAPPER.readTree(Objects.requireNonNull(in));
    } catch (IOException failure) {
      throw new UncheckedIOException(Texts.of("failure.no-sources"), failure);
    }
  }
}
