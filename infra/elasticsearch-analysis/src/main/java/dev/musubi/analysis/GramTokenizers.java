package dev.musubi.analysis;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;

/** Tokenizers that cut text into overlapping pieces. */
final class GramTokenizers {
  private GramTokenizers() {}

  static Supplier<Tokenizer> ngram(Settings settings) {
    var min = settings.getAsInt("min_gram", NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE);
    var max = settings.getAsInt("max_gram", NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE);
    var chars = tokenChars(settings);
    return () ->
        new NGramTokenizer(min, max) {
          @Override
          protected boolean isTokenChar(int c) {
            return chars.test(c);
          }
        };
  }

  static Supplier<Tokenizer> edge(Settings settings) {
    var min = settings.getAsInt("min_gram", 1);
    var max = settings.getAsInt("max_gram", 2);
    var chars = tokenChars(settings);
    return () ->
        new EdgeNGramTokenizer(min, max) {
          @Override
          protected boolean isTokenChar(int c) {
            return chars.test(c);
          }
        };
  }

  private static IntPredicate tokenChars(Settings settings) {
    Set<String> classes = new HashSet<>();
    settings.getAsList("token_chars").forEach(name -> classes.add(name.toLowerCase(Locale.ROOT)));
    var custom = settings.get("custom_token_chars", "");
    if (classes.isEmpty()) {
      return c -> true;
    }
    return classes.stream()
        .map(name -> name.equals("custom") ? isOneOf(custom) : classOf(name))
        .reduce(c -> false, IntPredicate::or);
  }

  private static IntPredicate isOneOf(String characters) {
    return c -> characters.indexOf(c) >= 0;
  }

  private static IntPredicate classOf(String name) {
    return switch (name) {
      case "letter" -> Character::isLetter;
      case "digit" -> Character::isDigit;
      case "whitespace" -> Character::isWhitespace;
      case "punctuation" -> GramTokenizers::isPunctuation;
      case "symbol" -> GramTokenizers::isSymbol;
      default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
    };
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.CURRENCY_SYMBOL,
          Character.MATH_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
