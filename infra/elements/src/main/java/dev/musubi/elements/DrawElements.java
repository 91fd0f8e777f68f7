package dev.musubi.elements;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState.Elements;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the five elements from texts. Safe for use by many threads; a text of a thousand letters
 * takes a millisecond or two.
 */
public final class DrawElements {
  /** What stands further behind is seldom about the matter, and nobody waits for it. */
  private static final int MOST_LETTERS = 6_000;

  private static final int LONGEST_JAPANESE = 40;
  private static final int LONGEST_ENGLISH = 90;
  private static final int LONGEST_ITEM = 30;

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
  private static final Pattern END_JA = Pattern.compile("[。!?;\\n\\r]+|【[^】]*】");
  private static final Pattern END_EN = Pattern.compile("(?<=[.!?])\\s+|[\\n\\r;]+");
  private static final Pattern ITEMS = Pattern.compile("[、,;/\\n\\r。・]+|(?:など|等)(?=$|[、,。])");
  private static final Pattern FIELD_OF_USE = Pattern.compile(".*(?:分野|業界|産業|用途|現場|工業)");

  private final JapaneseRules japanese;
  private final EnglishRules english;

  private final Set<String> general;

  private DrawElements(WordLists ja, WordLists en) {
    japanese = new JapaneseRules(ja);
    english = new EnglishRules(en);
    general = general(ja, en);
  }

  private static final class Shipped {
    private static final DrawElements RULES =
        new DrawElements(WordLists.read("/elements/ja.txt"), WordLists.read("/elements/en.txt"));
  }

  /** The shipped rules. */
  public static DrawElements shipped() {
    return Shipped.RULES;
  }

  /** From free texts, the most telling first. */
  public Elements from(String... texts) {
    var whole = String.join("\n", texts);
    var found = collected(whole);
    Stream.of(texts).forEach(it -> read(it, found));
    return found.elements();
  }

  /**
   * From the fields of a listing: 効果 and 目的 first, because what is gained stands there; 適用製品 is a
   * list of products and uses as it stands.
   */
  public Elements from(ListingState.Text listing) {
    var found = collected(listing.title() + orEmpty(listing.overview()));
    products(orEmpty(listing.products()), found);
    for (var text :
        List.of(
            orEmpty(listing.effect()),
            listing.title(),
            orEmpty(listing.problem()),
            orEmpty(listing.summary()),
            orEmpty(listing.solution()),
            orEmpty(listing.overview()))) {
      read(text, found);
    }
    return found.elements();
  }

  private static Set<String> general(WordLists ja, WordLists en) {
    var general = new HashSet<String>();
    for (var section :
        List.of(
            "effect verbs",
            "effect predicates",
            "effect nouns",
            "troubles",
            "spared",
            "method nouns never alone",
            "material words that are no materials",
            "product words that are no products",
            "empty nouns")) {
      general.addAll(ja.words(section));
    }
    general.addAll(EnglishRules.forms(en.words("effect verbs")).keySet());
    for (var section :
        List.of(
            "effect heads",
            "comparatives",
            "method words never alone",
            "material words never alone",
            "product words never alone",
            "use nouns",
            "stop")) {
      general.addAll(en.words(section));
    }
    return Set.copyOf(general);
  }

  /**
   * Whether a word says which gain or thing is meant. "Reduce", "装置" and single letters do not: any
   * need and any patent may have them.
   */
  public boolean tells(String word) {
    var plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var singular = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    return plain.length() > 1 && !general.contains(plain) && !general.contains(singular);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Collected collected(String text) {
    return new Collected(JAPANESE.matcher(text).find() ? LONGEST_JAPANESE : LONGEST_ENGLISH);
  }

  private void read(String text, Collected found) {
    var cut = text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text;
    var plain = Normalizer.normalize(cut, Normalizer.Form.NFKC);
    if (JAPANESE.matcher(plain).find()) {
      END_JA.splitAsStream(plain).forEach(it -> japanese.read(it, found));
    } else {
      END_EN.splitAsStream(lower(plain)).forEach(it -> english.read(it, found));
    }
  }

  /** Old abstracts are written in capitals from end to end. */
  private static String lower(String text) {
    var capitals = text.chars().filter(Character::isUpperCase).count();
    var letters = text.chars().filter(Character::isLetter).count();
    return 2 * capitals > letters ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** 適用製品: "自動車、家電など" is a list; whole sentences are read as such. */
  private void products(String text, Collected found) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    ITEMS
        .splitAsStream(plain)
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .forEach(it -> product(it, found));
  }

  private void product(String item, Collected found) {
    if (item.length() > LONGEST_ITEM) {
      read(item, found);
    } else if (FIELD_OF_USE.matcher(item).matches()) {
      found.add(Element.APPLICATION, item);
    } else {
      found.add(Element.PRODUCT, item);
    }
  }
}
