package dev.musubi.bench.quality;

import dev.musubi.model.Language;
import java.util.regex.Pattern;

/** Kinds of questions that a mean over all may hide. */
enum Slice {
  JA,
  EN,
  SHORT,
  LONG,
  NUMBERS,
  KATAKANA,
  CAPITALS;

  boolean takes(Query query) {
    return switch (this) {
      case JA -> query.language() == Language.JA;
      case EN -> query.language() == Language.EN;
      case SHORT -> query.width() <= 80;
      case LONG -> query.width() > 200;
      case NUMBERS -> Marks.DIGIT.matcher(query.text()).find();
      case KATAKANA -> Marks.KATAKANA.matcher(query.text()).find();
      case CAPITALS -> Marks.CAPITALS.matcher(query.text()).find();
    };
  }

  private static final class Marks {
    static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** A borrowed word: three letters of katakana or more. */
    static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]{3,}");

    /** An abbreviation, or a text that is written so: two capital letters or more at a time. */
    static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,}");
  }
}
