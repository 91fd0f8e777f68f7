package dev.musubi.listings.web;

import dev.musubi.listings.domain.FailedCheck;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A check that failed; the same shape as a wrong field of a problem.
 *
 * @param field JSON pointer to where it can be mended
 * @param message what is wrong and what to do next
 */
record CheckView(String field, String code, String message) {
  static List<CheckView> of(List<FailedCheck> failed, MessageSource messages, Locale locale) {
    return failed.stream()
        .map(
            it ->
                new CheckView(
                    it.pointer(),
                    it.code().name(),
                    messages.getMessage(
                        "listings.check." + it.code().name(), it.args().toArray(), locale)))
        .toList();
  }
}
