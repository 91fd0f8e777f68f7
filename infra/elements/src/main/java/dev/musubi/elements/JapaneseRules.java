package dev.musubi.elements;

import dev.musubi.elements.JapaneseNouns.Noun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Draws the elements from one Japanese sentence. */
final class JapaneseRules {
  private static final int LONGEST_USE = 8;

  private static final int LONGEST_NOUN = 40;

  /** What stands further behind a noun is not said of it. */
  private static final int LOOK_AHEAD = 40;

  private static final Pattern NUMBER = Pattern.compile("[0-9%+\\-.]+.?");

  private static final Pattern MEANS =
      Pattern.compile("を(?:主に|併せて)?(?:用い|使っ|使い|利用し|応用し|活用し|施し|施す|組み合わせ|照射し)");

  private static final Pattern CAUSE = Pattern.compile("(?:に(?:より|よって|よる)|で(?:処理|加工)|による)");
  private static final Pattern STUFF =
      Pattern.compile("(?:を(?:主成分|原料|主原料|含む|含有|配合)|から(?:なる|成る|作|製造|抽出)|製の)");
  private static final Pattern FOR =
      Pattern.compile("(?:への(?:応用|適用|利用)|に(?:使え|使う|使わ|使い|適用|応用|利用でき|利用可能)|で(?:使う|使い|使わ|使え|働く|利用))");
  private static final Pattern IN = Pattern.compile("における");
  private static final Pattern SUFFER = Pattern.compile("(?:に|で)[^、。をが]{0,4}(?:困|悩|苦労|苦慮|手を焼)");
  private static final Pattern INSTEAD = Pattern.compile("の代わり");
  private static final Pattern BEARS = Pattern.compile("に(?:耐え|強[いく])");
  private static final Pattern EXCELS = Pattern.compile("(?:に|が)(?:優れ|すぐれ|高い|高く)");
  private static final Pattern MUCH =
      Pattern.compile("(?:が|も|は|に)[^。、]{0,8}(?:多[いく]|高[いくす]|かか|かさ|長[いく]|増え|問題|大き|重[いく]|課題)");
  private static final Pattern MADE_TO =
      Pattern.compile("を[^、。をがは]{0,6}?([^、。をがはにで]{1,6}化)(?:し|す|さ|で)");

  private final JapaneseNouns nouns;
  private final JapaneseNames names;
  private final Map<String, String> verbs;
  private final Map<String, String> predicates;
  private final Map<String, String> troubles;
  private final Set<String> burdens;
  private final Set<String> uses;
  private final Set<String> useSuffixes;
  private final Set<String> empty;
  private final Pattern gained;
  private final Pattern better;
  private final Pattern kept;
  private final Pattern fails;
  private final Pattern spared;
  private final Pattern effectNoun;
  private final Pattern property;

  JapaneseRules(WordLists words) {
    nouns = new JapaneseNouns(words.words("hiragana nouns"));
    names = new JapaneseNames(words);
    verbs = words.entries("effect verbs");
    predicates = words.entries("effect predicates");
    troubles = words.entries("troubles");
    burdens = words.words("burdens");
    uses = words.words("uses");
    useSuffixes = words.words("use suffixes");
    empty = words.words("empty nouns");
    var trouble = words.anyOf("troubles");
    gained = Pattern.compile("を[^、。をがは]{0,8}?(" + words.anyOf("effect verbs") + ")");
    better = Pattern.compile("(?:が|も)[^、。をが]{0,3}?(" + words.anyOf("effect predicates") + ")");
    kept =
        Pattern.compile(
            "(?:が|も)[^、。をが]{0,6}?(" + trouble + ")[^、。を]{0,4}(?:の|こと)を[^、。]{0,4}(?:防|避|なく|無く|抑)");
    fails =
        Pattern.compile(
            "(?:(?:が|も)、?[^。をが]{0,7}?|で)("
                + trouble
                + ")[^。、を]{0,3}?(?:てしま|やす|ので|ため|ことが|困|ます|まし|てき|て困|、|$)");
    spared =
        Pattern.compile("(?:[をがも]|ても)([^、。をが]{0,4}?)(" + words.anyOf("spared") + ")(?:ず|ない|なく)");
    effectNoun = Pattern.compile("(.*?)(" + words.anyOf("effect nouns") + ")$");
    property =
        Pattern.compile(
            "(?:(?:耐|抗|難|撥|防|遮)\\p{IsHan}{1,3}|"
                + words.anyOf("property heads")
                + ")性(?!能|質|格)|"
                + words.anyOf("effect words"));
  }

  void read(String sentence, Collected into) {
    var all = nouns.in(sentence);
    for (var at = 0; at < all.size(); at++) {
      var noun = all.get(at);
      if (noun.text().length() <= LONGEST_NOUN && !NUMBER.matcher(noun.text()).matches()) {
        read(sentence, all, at, into);
      }
    }
  }

  private void read(String sentence, List<Noun> all, int at, Collected into) {
    var noun = all.get(at);
    var after =
        sentence.substring(noun.end(), Math.min(sentence.length(), noun.end() + LOOK_AHEAD));
    var chain = JapaneseNouns.chain(sentence, all, at);
    if (!empty.contains(noun.text())) {
      gains(chain, after, into);
      troubles(noun, chain, after, into);
      names(noun, chain, after, into);
    }
    qualities(noun, chain, after, into);
  }

  private void gains(String chain, String after, Collected into) {
    var made = MADE_TO.matcher(after);
    var gain = gained.matcher(after);
    if (gain.lookingAt()) {
      into.add(Element.EFFICACY, chain + "を" + verbs.getOrDefault(gain.group(1), gain.group(1)));
    } else if (made.lookingAt()) {
      into.add(Element.EFFICACY, chain + "を" + made.group(1) + "する");
    }
    var rise = better.matcher(after);
    if (rise.lookingAt()) {
      into.add(Element.EFFICACY, chain + predicates.getOrDefault(rise.group(1), rise.group(1)));
    }
  }

  private void troubles(Noun noun, String chain, String after, Collected into) {
    for (var trouble : List.of(kept, fails)) {
      var matcher = trouble.matcher(after);
      if (matcher.lookingAt()) {
        var verb = troubles.getOrDefault(matcher.group(1), matcher.group(1));
        var subject = after.startsWith("で") ? "で" : "が";
        into.add(Element.EFFICACY, chain + subject + verb + "のを防ぐ");
        return;
      }
    }
    var spare = spared.matcher(after);
    if (spare.lookingAt()) {
      var particle = after.substring(0, spare.start(2));
      into.add(Element.EFFICACY, chain + particle + spare.group(2) + "ない");
    }
    if (SUFFER.matcher(after).lookingAt()) {
      into.add(Element.EFFICACY, chain + "を防ぐ");
    }
    if (INSTEAD.matcher(after).lookingAt()) {
      into.add(Element.EFFICACY, chain + "の代わり");
    } else if (BEARS.matcher(after).lookingAt()) {
      into.add(Element.EFFICACY, chain + "に耐える");
    }
    var burden = WordLists.ending(noun.text(), burdens, 3) != null;
    if (burden && MUCH.matcher(after).lookingAt()) {
      into.add(Element.EFFICACY, chain + "を減らす");
    }
  }

  private void qualities(Noun noun, String chain, String after, Collected into) {
    var effect = effectNoun.matcher(noun.text());
    if (effect.lookingAt()) {
      if (!effect.group(1).isEmpty() || effect.group(2).endsWith("化")) {
        into.add(Element.EFFICACY, noun.text());
      } else if (chain.length() > noun.text().length()) {
        into.add(Element.EFFICACY, chain);
      }
    }
    var qualities = property.matcher(noun.text());
    while (qualities.find()) {
      into.add(Element.EFFICACY, qualities.group());
    }
    if (noun.text().endsWith("性") && EXCELS.matcher(after).lookingAt()) {
      into.add(Element.EFFICACY, noun.text());
    }
  }

  private void names(Noun noun, String chain, String after, Collected into) {
    var parts = names.parts(noun.text());
    use(parts.use(), into);
    madeBy(parts.head(), into);
    if (parts.stuff().length() > 1) {
      into.add(Element.MATERIAL, parts.stuff());
    }
    uses(noun, chain, after, into);
    var head = parts.head();
    if (head.isEmpty() || effectNoun.matcher(head).lookingAt()) {
      return;
    }
    var kind = names.kind(head);
    var whole = kind == Element.PRODUCT ? head : named(head, chain, noun);
    if (MEANS.matcher(after).lookingAt()) {
      into.add(kind == Element.MATERIAL ? Element.MATERIAL : Element.METHOD, whole);
    } else if (STUFF.matcher(after).lookingAt() && kind != Element.METHOD) {
      into.add(Element.MATERIAL, whole);
    } else if (CAUSE.matcher(after).lookingAt() && kind == null) {
      return;
    }
    if (kind != null) {
      into.add(kind, whole);
    }
  }

  /** A word that says nothing by itself takes along what it is joined to: 魚の骨. */
  private static String named(String head, String chain, Noun noun) {
    var joined = chain.length() - noun.text().length();
    return head.length() <= 2 && joined > 1 && chain.charAt(joined - 1) == 'の' && joined <= 8
        ? chain
        : head;
  }

  /** 射出成形品 is made by 射出成形. */
  private void madeBy(String head, Collected into) {
    var way = head.endsWith("品") ? head.substring(0, head.length() - 1) : "";
    if (way.length() > 2 && names.kind(way) == Element.METHOD) {
      into.add(Element.METHOD, way);
    }
  }

  private void use(String use, Collected into) {
    if (use.length() > 1 && use.length() <= LONGEST_USE && !empty.contains(use)) {
      into.add(Element.APPLICATION, use);
      if (names.kind(use) == Element.PRODUCT) {
        into.add(Element.PRODUCT, use);
      }
    }
  }

  private void uses(Noun noun, String chain, String after, Collected into) {
    var known = WordLists.ending(noun.text(), uses, LONGEST_USE);
    var place = WordLists.ending(noun.text(), useSuffixes, 3);
    if (known != null) {
      into.add(Element.APPLICATION, noun.text());
    } else if (place != null) {
      into.add(Element.APPLICATION, chain);
    } else if (FOR.matcher(after).lookingAt() || isPlace(noun, after)) {
      into.add(Element.APPLICATION, chain);
    }
  }

  private static boolean isPlace(Noun noun, String after) {
    return IN.matcher(after).lookingAt() && !noun.text().endsWith("工程");
  }
}
