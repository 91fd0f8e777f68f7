package dev.musubi.notifications.mail;

import dev.musubi.notifications.mail.Letter.Card;
import dev.musubi.notifications.mail.Letter.Footer;
import dev.musubi.notifications.mail.Letter.Link;
import dev.musubi.notifications.wording.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of a letter. */
final class Draft {
  private final Words w;
  private final String home;
  private final String prefix;
  private final Reader reader;
  private final List<String> opening = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private List<Card> cards = List.of();
  private String subject = "";
  private String preheader = "";
  private @Nullable Link button;

  Draft(Words w, String home, String prefix, Reader reader) {
    this.w = w;
    this.home = home;
    this.prefix = prefix;
    this.reader = reader;
  }

  Draft subject(String text) {
    subject = text;
    return this;
  }

  Draft preheader(String text) {
    preheader = text;
    return this;
  }

  Draft opening(String paragraph) {
    opening.add(paragraph);
    return this;
  }

  Draft closing(String paragraph) {
    closing.add(paragraph);
    return this;
  }

  Draft cards(List<Card> shown) {
    cards = shown;
    return this;
  }

  Draft button(Link link) {
    button = link;
    return this;
  }

  Letter letter(Footer footer) {
    String name = reader.name();
    String greeting =
        name == null || name.isBlank() ? w.say("hello") : w.say("greeting", name.strip());
    String lang = w.language().code();
    String heading = w.say(prefix + ".heading");
    return new Letter(
        lang, subject, preheader, home, heading, greeting, opening, cards, button, closing, footer);
  }
}
