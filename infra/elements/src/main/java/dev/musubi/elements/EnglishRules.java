package dev.musubi.elements;

import dev.musubi.elements.EnglishPhrases.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws the elements from one English sentence. */
final class EnglishRules {
  private static final Pattern QUALITY =
      Pattern.compile("[a-z]{3,}-(?:resistant|proof|free|repellent|saving|retardant)");

  private static final Set<String> SUFFER = Set.of("suffer", "suffers", "suffering");
  private static final Set<String> TROUBLE =
      Set.of("problem", "problems", "trouble", "troubles", "difficulties");
  private static final Set<String> USED = Set.of("use", "used", "application", "applications");

  private static final Pattern VOWEL_AND_CONSONANT = Pattern.compile(".*[^aeiou][aeiou][ptn]");

  private final Map<String, String> verbs;
  private final Set<String> heads;
  private final Set<String> qualities;
  private final Set<String> comparatives;
  private final Set<String> compared;
  private final Pattern means;
  private final Pattern madeOf;
  private final Set<String> methods;
  private final Set<String> bareMethods;
  private final Set<String> materials;
  private final Set<String> bareMaterials;
  private final Set<String> products;
  private final Set<String> bareProducts;
  private final Set<String> useNouns;
  private final Pattern uses;
  private final Map<String, String> troubles;
  private final Set<String> stop;

  EnglishRules(WordLists words) {
    verbs = forms(words.words("effect verbs"));
    heads = words.words("effect heads");
    qualities = words.words("effect adjectives");
    comparatives = words.words("comparatives");
    compared = words.words("compared");
    means = whole(words.anyOf("means"));
    madeOf = whole(words.anyOf("made of"));
    methods = words.words("method heads");
    bareMethods = words.words("method words never alone");
    materials = words.words("material heads");
    bareMaterials = words.words("material words never alone");
    products = words.words("product heads");
    bareProducts = words.words("product words never alone");
    useNouns = words.words("use nouns");
    uses = whole(words.anyOf("uses"));
    troubles = words.entries("troubles");
    stop = words.words("stop");
    verbs.keySet().stream()
        .filter(it -> !it.endsWith("ing") && !methods.contains(it) && !products.contains(it))
        .forEach(stop::add);
  }

  /** As words of their own. Not by {@code \b}, which looks back over every mark that combines. */
  private static Pattern whole(String words) {
    return Pattern.compile("(?<!\\w)" + words + "(?!\\w)", Pattern.CASE_INSENSITIVE);
  }

  /** Every form of a verb with the verb: reduces, reduced, reducing; cutting. */
  static Map<String, String> forms(Set<String> lemmas) {
    var forms = new LinkedHashMap<String, String>();
    for (var lemma : lemmas) {
      var stem = lemma.endsWith("e") ? lemma.substring(0, lemma.length() - 1) : lemma;
      for (var ending : List.of("ed", "ing")) {
        forms.put(stem + ending, lemma);
        if (VOWEL_AND_CONSONANT.matcher(stem).matches()) {
          forms.put(stem + stem.charAt(stem.length() - 1) + ending, lemma);
        }
      }
      forms.put(lemma, lemma);
      forms.put(lemma + "s", lemma);
    }
    return forms;
  }

  void read(String sentence, Collected into) {
    var phrases = EnglishPhrases.of(sentence, stop);
    for (var at = 0; at < phrases.size(); at++) {
      gains(phrases, at, into);
      ways(phrases, at, into);
      troubles(phrases, at, into);
      uses(phrases, at, into);
    }
    after(means, sentence, phrases).forEach(it -> means(it, phrases, into));
    after(madeOf, sentence, phrases).forEach(it -> stuff(it, phrases, into));
    phrases.runs().forEach(it -> names(phrases, it, into));
    uses.matcher(sentence).results().forEach(it -> into.add(Element.APPLICATION, it.group()));
  }

  /** The first words behind the places where a pattern ends. */
  private static List<Integer> after(Pattern pattern, String sentence, EnglishPhrases phrases) {
    return pattern.matcher(sentence).results().map(it -> phrases.firstFrom(it.end())).toList();
  }

  private void gains(EnglishPhrases phrases, int at, Collected into) {
    var word = phrases.word(at);
    var verb = verbs.get(word);
    var object = verb == null ? null : phrases.from(at + 1);
    if (verb != null && object != null && !object.isEmpty()) {
      into.add(Element.EFFICACY, verb + " " + object.text());
    }
    if (comparatives.contains(word) && isCompared(phrases, at)) {
      into.add(Element.EFFICACY, phrases.phrase(at, phrases.from(at + 1).end()).text());
    }
    if (qualities.contains(word) || (word.indexOf('-') > 0 && QUALITY.matcher(word).matches())) {
      into.add(Element.EFFICACY, phrases.phrase(at, at + 1).text());
    }
    if (heads.contains(word) && phrases.carries(at - 1) && !phrases.carries(at + 1)) {
      into.add(Element.EFFICACY, phrases.until(at + 1).text());
    }
  }

  private boolean isCompared(EnglishPhrases phrases, int at) {
    for (var next = at + 1; next < at + 4 && phrases.carries(next); next++) {
      if (compared.contains(phrases.word(next))) {
        return true;
      }
    }
    return false;
  }

  /** By doing something: by plasma spraying, by coating the surface. */
  private void ways(EnglishPhrases phrases, int at, Collected into) {
    if (phrases.word(at).equals("by")) {
      var way = phrases.from(at + 1);
      var doing = phrases.word(at + 1).endsWith("ing") && !verbs.containsKey(phrases.word(at + 1));
      if (!way.isEmpty() && (doing || head(way, phrases, methods) != null)) {
        into.add(Element.METHOD, way.text());
      }
    }
  }

  private void troubles(EnglishPhrases phrases, int at, Collected into) {
    var word = phrases.word(at);
    var next = phrases.word(at + 1);
    var suffers = SUFFER.contains(word) && next.equals("from");
    var trouble = TROUBLE.contains(word) && next.equals("with");
    if (suffers || trouble) {
      var what = phrases.from(at + 2);
      into.add(Element.EFFICACY, what.isEmpty() ? "" : "avoid " + what.text());
    }
    var wrong = troubles.get(word);
    if (wrong != null && phrases.carries(at - 1) && !phrases.carries(at + 1)) {
      into.add(Element.EFFICACY, "prevent " + wrong);
    }
    if (word.equals("keep")) {
      keeps(phrases, at, into);
    }
  }

  private static void keeps(EnglishPhrases phrases, int at, Collected into) {
    var what = phrases.from(at + 1);
    if (!what.isEmpty() && phrases.word(what.end()).equals("from")) {
      var end = what.end() + 2;
      into.add(
          Element.EFFICACY,
          "keep " + phrases.phrase(what.first(), Math.min(end, phrases.size())).text());
    }
  }

  private void uses(EnglishPhrases phrases, int at, Collected into) {
    var word = phrases.word(at);
    if (useNouns.contains(word)) {
      var what = phrases.until(at);
      var trade = !word.startsWith("application") && !what.isEmpty();
      into.add(
          Element.APPLICATION, trade ? phrases.phrase(what.first(), at + 1).text() : what.text());
    }
    var used = USED.contains(word) && phrases.word(at + 1).equals("in");
    if (used || word.equals("for")) {
      var what = phrases.from(used ? at + 2 : at + 1);
      if (used || isThing(what, phrases)) {
        into.add(Element.APPLICATION, what.text());
      }
    }
  }

  private boolean isThing(Phrase phrase, EnglishPhrases phrases) {
    for (var at = phrase.first(); at < phrase.end(); at++) {
      if (products.contains(phrases.word(at)) || products.contains(singular(phrases.word(at)))) {
        return true;
      }
    }
    return false;
  }

  private void means(int at, EnglishPhrases phrases, Collected into) {
    var what = phrases.from(at);
    if (!what.isEmpty()) {
      var stuff = head(what, phrases, materials) != null && head(what, phrases, methods) == null;
      into.add(stuff ? Element.MATERIAL : Element.METHOD, what.text());
    }
  }

  private static void stuff(int at, EnglishPhrases phrases, Collected into) {
    into.add(Element.MATERIAL, phrases.from(at).text());
  }

  private void names(EnglishPhrases phrases, Phrase run, Collected into) {
    if (run.end() - run.first() == 1) {
      alone(run, into);
    } else if (head(run, phrases, products) != null) {
      into.add(Element.PRODUCT, run.text());
    } else if (head(run, phrases, materials) != null) {
      into.add(Element.MATERIAL, run.text());
    } else if (head(run, phrases, methods) != null) {
      into.add(Element.METHOD, run.text());
    }
  }

  private void alone(Phrase run, Collected into) {
    var word = singular(run.text().toLowerCase(Locale.ROOT));
    if (products.contains(word) && !bareProducts.contains(word)) {
      into.add(Element.PRODUCT, run.text());
    } else if (materials.contains(word) && !bareMaterials.contains(word)) {
      into.add(Element.MATERIAL, run.text());
    } else if (methods.contains(word) && !bareMethods.contains(word)) {
      into.add(Element.METHOD, run.text());
    }
  }

  /** The last word of a phrase if it is one of these, in the singular. */
  private static @Nullable String head(Phrase phrase, EnglishPhrases phrases, Set<String> words) {
    var last = phrases.word(phrase.end() - 1);
    return words.contains(last) || words.contains(singular(last)) ? singular(last) : null;
  }

  private static String singular(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
