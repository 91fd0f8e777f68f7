package dev.musubi.elements;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Japanese noun names, told by its end, and what it says of use and stuff by 用 and 製. */
final class JapaneseNames {
  private static final int LONGEST_SUFFIX = 9;
  private static final Set<String> TAILS = Set.of("方法", "技術", "手法", "プロセス", "工程");

  private final Set<String> methods;
  private final Set<String> bareMethods;
  private final Set<String> materials;
  private final Set<String> bareMaterials;
  private final Set<String> products;
  private final Set<String> bareProducts;
  private final Set<String> noUse;
  private final Set<String> noStuff;

  JapaneseNames(WordLists words) {
    methods = words.words("method suffixes");
    bareMethods = words.words("method nouns never alone");
    materials = words.words("material suffixes");
    bareMaterials = words.words("material words that are no materials");
    products = words.words("product suffixes");
    bareProducts = words.words("product words that are no products");
    noUse = words.words("endings of for");
    noStuff = words.words("endings of made");
  }

  /**
   * A noun taken apart: 医療用ステンレス製配管.
   *
   * @param use 医療, or empty
   * @param stuff ステンレス, or empty
   * @param head 配管, or empty
   */
  record Parts(String use, String stuff, String head) {}

  Parts parts(String noun) {
    var use = cut(noun, "向け", Set.of());
    var rest = noun;
    if (use < 0) {
      use = cut(noun, "用", noUse);
      rest = use < 0 ? noun : noun.substring(use + 1);
    } else {
      rest = noun.substring(use + 2);
    }
    var stuff = cut(rest, "製", noStuff);
    return new Parts(
        use < 0 ? "" : noun.substring(0, use),
        stuff < 0 ? "" : rest.substring(0, stuff),
        withoutTail(stuff < 0 ? rest : rest.substring(stuff + 1)));
  }

  /** Where the mark stands and is not part of another word; -1 when nowhere. */
  private static int cut(String noun, String mark, Set<String> others) {
    for (var at = noun.indexOf(mark); at >= 0; at = noun.indexOf(mark, at + 1)) {
      if (at > 1 && !within(noun, at, others)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean within(String noun, int at, Set<String> others) {
    for (var other : others) {
      var start = noun.indexOf(other, Math.max(0, at - other.length() + 1));
      if (start >= 0 && start <= at) {
        return true;
      }
    }
    return false;
  }

  private static String withoutTail(String noun) {
    for (var tail : TAILS) {
      if (noun.length() > tail.length() && noun.endsWith(tail)) {
        return noun.substring(0, noun.length() - tail.length());
      }
    }
    return noun;
  }

  /** What the noun names, or null. */
  @Nullable Element kind(String noun) {
    var material = length(noun, materials, bareMaterials);
    var method = length(noun, methods, bareMethods);
    var product = length(noun, products, bareProducts);
    var most = Math.max(material, Math.max(method, product));
    if (most == 0) {
      return null;
    }
    if (most == product) {
      return Element.PRODUCT;
    }
    return most == material ? Element.MATERIAL : Element.METHOD;
  }

  /** Whether it is one of the words that say nothing by themselves: 処理, 素材. */
  boolean isBare(String noun) {
    return bareMethods.contains(noun) || bareMaterials.contains(noun);
  }

  private static int length(String noun, Set<String> suffixes, Set<String> bare) {
    var end = bare.contains(noun) ? null : WordLists.ending(noun, suffixes, LONGEST_SUFFIX);
    return end == null ? 0 : end.length();
  }
}
