package dev.musubi.notifications.mail;

import dev.musubi.model.Vocabulary;
import dev.musubi.model.event.MatchState.Feedback.Answer;
import dev.musubi.model.event.MatchState.Feedback.DeclineReason;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Content.Item;
import dev.musubi.notifications.domain.Content.Section;
import dev.musubi.notifications.domain.Content.Why;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.mail.Letter.Card;
import dev.musubi.notifications.mail.Letter.Link;
import dev.musubi.notifications.wording.Glosses;
import dev.musubi.notifications.wording.ReasonSentences;
import dev.musubi.notifications.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listings as mails show them, in one language. */
final class Cards {
  private static final int MOST_REASONS = 3;
  private static final int MOST_QUESTIONS = 2;

  private final Words words;
  private final Links links;
  private final Glosses glosses;
  private final ReasonSentences sentences;

  Cards(Words words, Links links, Glosses glosses) {
    this.words = words;
    this.links = links;
    this.glosses = glosses;
    this.sentences = new ReasonSentences(words, glosses);
  }

  /** A match with its answers a click away. */
  Card answerable(Found match, UUID need) {
    List<Link> answers =
        Stream.of(Answer.INTERESTED, Answer.LATER)
            .map(answer -> answer(match, need, answer))
            .toList();
    List<Link> declines =
        Stream.of(DeclineReason.values()).map(reason -> decline(match, need, reason)).toList();
    Card card = found(match, need, null, answers, declines, null);
    return card.orNo(no(match, need));
  }

  /** Matches of one need. */
  List<Card> plain(List<Found> matches, UUID need) {
    return matches.stream()
        .map(match -> found(match, need, null, List.of(), List.of(), null))
        .toList();
  }

  /** Matches of several needs, each under its heading. */
  List<Card> sections(List<Section> sections) {
    List<Card> cards = new ArrayList<>();
    for (Section section : sections) {
      String heading = words.say("digest.section", section.needTitle());
      String more = section.more() == 0 ? null : words.say("digest.more", section.more());
      int last = section.best().size() - 1;
      for (int i = 0; i <= last; i++) {
        String above = i == 0 ? heading : null;
        String below = i == last ? more : null;
        cards.add(
            found(section.best().get(i), section.needId(), above, List.of(), List.of(), below));
      }
    }
    return List.copyOf(cards);
  }

  /** Listings of a public digest. */
  List<Card> items(List<Item> items) {
    return items.stream()
        .map(
            item ->
                card(
                    item.listing(),
                    links.listing(item.listing().listingId()),
                    words.say("card.included"),
                    item.why().stream().map(this::why).toList()))
        .toList();
  }

  /** A listing without reasons. */
  Card bare(Headline listing) {
    return card(listing, links.listing(listing.listingId()), "", List.of());
  }

  private Card found(
      Found match,
      UUID need,
      @Nullable String section,
      List<Link> answers,
      List<Link> declines,
      @Nullable String more) {
    Card card =
        card(
            match.listing(),
            links.match(need, match.matchId()),
            words.say("card.why"),
            sentences.reasons(match.reasons(), MOST_REASONS));
    return new Card(
        section,
        card.title(),
        card.gloss(),
        card.url(),
        card.summary(),
        card.owner(),
        card.reasonsHeading(),
        card.reasons(),
        sentences.questions(match.reasons(), MOST_QUESTIONS),
        answers,
        declines,
        null,
        more,
        links.need(need));
  }

  private Card card(Headline listing, String url, String reasonsHeading, List<String> reasons) {
    String lang = words.language().code();
    String title = listing.title(lang);
    return new Card(
        null,
        title.isBlank() ? words.say("card.untitled") : title,
        glosses.of(title, words.language()).map(told -> words.say("card.gloss", told)).orElse(null),
        url,
        listing.summary(lang),
        owner(listing, lang),
        reasonsHeading,
        reasons,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        "");
  }

  private String owner(Headline listing, String lang) {
    String name = listing.owner(lang);
    if (name.isEmpty()) {
      return "";
    }
    String place = listing.prefecture();
    return place == null
        ? words.say("card.owner", name)
        : words.say("card.owner.placed", name, Choices.prefecture(place, words));
  }

  private String why(Why why) {
    String value =
        switch (why.kind()) {
          case FIELD -> Vocabulary.TECHNICAL_FIELDS.name(why.value(), words.language());
          case PREFECTURE -> Choices.prefecture(why.value(), words);
          case WORD, NEW -> why.value();
        };
    return words.say("public.why." + why.kind(), value);
  }

  private Link answer(Found match, UUID need, Answer answer) {
    return new Link(
        words.say("answers." + answer), links.answer(need, match.matchId(), answer.name()));
  }

  /** One link for readers of plain text; the page asks why. */
  private Link no(Found match, UUID need) {
    return new Link(words.say("answers.NO"), links.answer(need, match.matchId(), "NO"));
  }

  private Link decline(Found match, UUID need, DeclineReason reason) {
    return new Link(
        words.say("answers.NO." + reason), links.decline(need, match.matchId(), reason.name()));
  }
}
