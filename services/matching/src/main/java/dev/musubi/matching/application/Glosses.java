package dev.musubi.matching.application;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.dictionary.Glossary;
import dev.musubi.model.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a reader word by word what a title in the other language is about. A dictionary made it,
 * not a person: whoever shows it says so.
 */
@Component
public class Glosses {
  private final Glossary glossary;

  Glosses(Dictionary dictionary) {
    this.glossary = new Glossary(dictionary);
  }

  /**
   * A title's words in the reader's language.
   *
   * @param lang of the renderings
   * @param by always "dictionary": made by a machine, word by word
   * @param text the renderings as a reader reads them
   */
  public record Gloss(String lang, String by, String text, List<Word> words) {
    public Gloss {
      words = List.copyOf(words);
    }
  }

  /**
   * @param text as it stands in the title
   * @param rendering the likeliest one
   */
  public record Word(String text, String rendering) {}

  /** Empty when the title is in the reader's language, or when little of it could be told. */
  public Optional<Gloss> of(String title, String titleLang, Language reader) {
    if (titleLang.equals(reader.code())) {
      return Optional.empty();
    }
    var told = reader == Language.EN ? glossary.inEnglish(title) : glossary.inJapanese(title);
    return told.map(
        it ->
            new Gloss(
                reader.code(),
                "dictionary",
                it.text(),
                it.words().stream().map(w -> new Word(w.original(), w.rendering())).toList()));
  }
}
