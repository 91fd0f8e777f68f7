package dev.musubi.notifications.wording;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.dictionary.Gloss;
import dev.musubi.dictionary.Glossary;
import dev.musubi.model.Language;
import java.util.Optional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells a reader word by word what a text of the other language is about. Made by a dictionary:
 * every place that shows it says so. The dictionary is read when the first such text comes.
 */
public final class Glosses {
  private final SingletonSupplier<Glossary> glossary =
      SingletonSupplier.of(() -> new Glossary(Dictionary.load()));

  /** Empty when the reader reads the text as it is, or when little of it could be told. */
  public Optional<String> of(String text, Language reader) {
    boolean japanese = reader == Language.JA;
    return Glossary.isForeign(text, japanese)
        ? glossary.obtain().forReader(text, japanese).map(Gloss::text)
        : Optional.empty();
  }
}
