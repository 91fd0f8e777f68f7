package dev.musubi.web.needs;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.language.Words;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a sentence how many alerts a number would have brought in the last four weeks. */
@Component
final class AlertPreviews {
  private static final int MOST = 100;

  private final Matching matching;
  private final Words words;

  AlertPreviews(Matching matching, Words words) {
    this.matching = matching;
    this.words = words;
  }

  /**
   * @param need id of the need that is changed, or nothing for one that is being written
   */
  String sentence(Asker asker, NeedForm form, @Nullable String need) {
    var budget = number(form.budgetPerWeek());
    if (budget < 0) {
      return words.say("need.preview.number");
    }
    var text = text(form);
    if (need == null && text.isBlank()) {
      return words.say("need.preview.text");
    }
    Answer<Matching.AlertPreview> answer =
        need == null
            ? matching.alertPreviewOfText(asker, text, budget)
            : matching.alertPreview(asker, need, budget);
    return answer.value().map(this::sentence).orElseGet(() -> words.say("need.preview.away"));
  }

  private String sentence(Matching.AlertPreview preview) {
    return preview.alerts() == 0
        ? words.say("need.preview.none", preview.arrivals())
        : words.say("need.preview.some", preview.alerts(), preview.arrivals());
  }

  private static String text(NeedForm form) {
    return Stream.of(form.title(), form.text())
        .filter(it -> it != null && !it.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static int number(@Nullable String typed) {
    var plain = typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    if (!plain.matches("\\d{1,3}")) {
      return -1;
    }
    var number = Integer.parseInt(plain);
    return number > MOST ? -1 : number;
  }
}
