package dev.musubi.listings.web;

import dev.musubi.listings.domain.Quality;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * How well a listing tells what firms need to know.
 *
 * @param score 0 to 100
 * @param gaps what would raise it, the most worthwhile first
 */
record QualityView(int score, List<GapView> gaps) {
  /**
   * @param message what is missing and how to write it
   */
  record GapView(String field, String code, int points, String message) {}

  static QualityView of(Quality quality, MessageSource messages, Locale locale) {
    return new QualityView(
        quality.score(),
        quality.gaps().stream()
            .map(
                gap ->
                    new GapView(
                        gap.pointer(),
                        gap.code().name(),
                        gap.points(),
                        messages.getMessage("listings.gap." + gap.code().name(), null, locale)))
            .toList());
  }
}
