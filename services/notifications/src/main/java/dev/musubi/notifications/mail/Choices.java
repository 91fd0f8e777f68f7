package dev.musubi.notifications.mail;

import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a subscriber asked for, so that the person recognises the own request. */
final class Choices {
  private Choices() {}

  static String inWords(Content.Confirmation asked, Words w) {
    Interests interests = asked.interests();
    List<String> parts = new ArrayList<>();
    parts.add(w.say("confirm." + asked.frequency()));
    if (interests.query() != null && interests.hasQuery()) {
      parts.add(w.say("confirm.query", interests.query()));
    }
    if (!interests.fields().isEmpty()) {
      String fields =
          interests.fields().stream()
              .map(code -> Vocabulary.TECHNICAL_FIELDS.name(code, w.language()))
              .collect(Collectors.joining(w.say("confirm.join.codes")));
      parts.add(w.say("confirm.fields", fields));
    }
    if (!interests.prefectures().isEmpty()) {
      String prefectures =
          interests.prefectures().stream()
              .map(code -> prefecture(code, w))
              .collect(Collectors.joining(w.say("confirm.join.codes")));
      parts.add(w.say("confirm.prefectures", prefectures));
    }
    if (parts.size() == 1) {
      parts.add(w.say("confirm.everything"));
    }
    return String.join(w.say("confirm.join"), parts);
  }

  static String prefecture(String code, Words w) {
    return Prefecture.find(code).map(found -> found.name(w.language())).orElse(code);
  }
}
