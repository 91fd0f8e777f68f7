package dev.musubi.web.language;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.dictionary.Gloss;
import dev.musubi.dictionary.Glossary;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a reader word by word what a text of the other language is about. Made by a dictionary:
 * every place that shows it says so. Templates know it as {@code glosses}.
 */
@Component("glosses")
public final class Glosses {
  /** Read beside the start, which takes no longer for it. */
  private final CompletableFuture<Glossary> glossary =
      CompletableFuture.supplyAsync(() -> new Glossary(Dictionary.load()));

  /**
   * The gloss of a text in the reader's language; null when the reader reads it as it is, or when
   * little of it could be told.
   */
  public @Nullable String of(@Nullable String text) {
    boolean japanese = Language.of(LocaleContextHolder.getLocale()) == Language.JA;
    if (text == null || !Glossary.isForeign(text, japanese)) {
      return null;
    }
    return glossary.join().forReader(text, japanese).map(Gloss::text).orElse(null);
  }
}
