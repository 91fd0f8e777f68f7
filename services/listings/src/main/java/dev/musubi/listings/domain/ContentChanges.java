package dev.musubi.listings.domain;

import dev.musubi.model.event.ListingState.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names what differs between two contents, for the list of versions. */
public final class ContentChanges {
  private ContentChanges() {}

  /** Pointers of what differs, texts by language: {@code /texts/ja/effect}, {@code /offers}. */
  public static List<String> between(ListingContent before, ListingContent after) {
    Map<String, @Nullable Object> old = parts(before);
    Map<String, @Nullable Object> now = parts(after);
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));
    return List.copyOf(names);
  }

  private static Map<String, @Nullable Object> parts(ListingContent it) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    it.texts().forEach(text -> texts(text, parts));
    parts.put("/rights", it.rights());
    parts.put("/owners", it.owners());
    parts.put("/offers", it.offers());
    parts.put("/classifications", it.classifications());
    parts.put("/fields", it.fields());
    parts.put("/functions", it.functions());
    parts.put("/prefecture", it.prefecture());
    parts.put("/jsic", it.jsic());
    parts.put("/trl", it.trl());
    parts.put("/protection", it.protection());
    parts.put("/discloseUnpublished", it.discloseUnpublished());
    parts.put("/sample", it.sample());
    parts.put("/attributes", it.attributes());
    return parts;
  }

  private static void texts(Text text, Map<String, @Nullable Object> parts) {
    String at = "/texts/" + text.lang() + "/";
    parts.put(at + "title", text.title());
    parts.put(at + "summary", text.summary());
    parts.put(at + "problem", text.problem());
    parts.put(at + "solution", text.solution());
    parts.put(at + "effect", text.effect());
    parts.put(at + "products", text.products());
    parts.put(at + "overview", text.overview());
    parts.put(at + "elements", text.elements());
  }
}
