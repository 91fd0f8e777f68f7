package dev.musubi.notifications.mail;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.mail.Letter.Card;
import dev.musubi.notifications.mail.Letter.Footer;
import dev.musubi.notifications.mail.Letter.Link;
import dev.musubi.notifications.wording.Glosses;
import dev.musubi.notifications.wording.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a content into the words of one reader. */
final class LetterWriter {
  private static final int LONGEST_SUBJECT_TITLE = 40;

  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Map<Language, Cards> cards = new EnumMap<>(Language.class);
  private final Links links;
  private final Sender sender;

  LetterWriter(Links links, Sender sender, ZoneId zone, Glosses glosses) {
    this.links = links;
    this.sender = sender;
    for (Language language : Language.values()) {
      Words inLanguage = new Words(language, zone);
      words.put(language, inLanguage);
      cards.put(language, new Cards(inLanguage, links, glosses));
    }
  }

  Letter write(Content content, Reader reader) {
    Words w = words(reader);
    return switch (content) {
      case Content.MatchFound found -> matchFound(found, reader, w);
      case Content.FirstMatches first -> firstMatches(first, reader, w);
      case Content.MemberDigest digest -> memberDigest(digest, reader, w);
      case Content.PublicDigest digest -> publicDigest(digest, reader, w);
      case Content.Confirmation confirmation -> confirmation(confirmation, reader, w);
      case Content.InquiryReceived inquiry -> inquiryReceived(inquiry, reader, w);
      case Content.InquiryAnswered answer -> inquiryAnswered(answer, reader, w);
      case Content.InquiryOverdue it -> inquiryOverdue(it, reader, w);
      case Content.MessageReceived it ->
          dealNews("message", w.say("side." + it.from()), it.dealId(), it.listing(), reader);
      case Content.TalksEnded it ->
          dealNews("ended", w.say("side." + it.by()), it.dealId(), it.listing(), reader);
      case Content.WebhookDisabled disabled -> webhookDisabled(disabled, reader, w);
    };
  }

  private Letter matchFound(Content.MatchFound found, Reader reader, Words w) {
    Card card = cards(reader).answerable(found.match(), found.needId());
    return draft(w, "match", reader)
        .subject(w.say("match.subject", clipped(found.needTitle())))
        .preheader(w.say("match.preheader", card.title()))
        .opening(w.say("match.opening", found.needTitle()))
        .cards(List.of(card))
        .letter(footer("footer.match", true, reader, w));
  }

  private Letter firstMatches(Content.FirstMatches first, Reader reader, Words w) {
    int shown = first.best().size();
    String opening = first.total() == 1 ? "first.opening.one" : "first.opening";
    return draft(w, "first", reader)
        .subject(w.say("first.subject", clipped(first.needTitle()), first.total()))
        .preheader(w.say("first.preheader", shown))
        .opening(w.say(opening, first.needTitle(), first.total(), shown))
        .cards(cards(reader).plain(first.best(), first.needId()))
        .button(new Link(w.say("first.button"), links.need(first.needId())))
        .closing(w.say("first.closing"))
        .letter(footer("footer.first", true, reader, w));
  }

  private Letter memberDigest(Content.MemberDigest digest, Reader reader, Words w) {
    int count = digest.sections().stream().mapToInt(s -> s.best().size() + s.more()).sum();
    String preheader = digest.sections().size() == 1 ? "digest.preheader.one" : "digest.preheader";
    return draft(w, "digest", reader)
        .subject(w.say("digest.subject", w.day(digest.day()), count))
        .preheader(w.say(preheader, digest.sections().getFirst().needTitle()))
        .opening(w.say("digest.opening"))
        .cards(cards(reader).sections(digest.sections()))
        .letter(footer("footer.digest", true, reader, w));
  }

  private Letter publicDigest(Content.PublicDigest digest, Reader reader, Words w) {
    int count = digest.items().size() + digest.more();
    List<Card> items = cards(reader).items(digest.items());
    Draft draft =
        draft(w, "public", reader)
            .subject(w.say("public.subject", w.day(digest.day()), count))
            .preheader(w.say("public.preheader", items.getFirst().title()))
            .opening(w.say("public.opening"))
            .cards(items)
            .button(new Link(w.say("public.button"), links.search()));
    if (digest.more() > 0) {
      draft.closing(w.say("public.more", digest.more()));
    }
    return draft.letter(footer("footer.public", false, reader, w));
  }

  private Letter confirmation(Content.Confirmation asked, Reader reader, Words w) {
    String token = reader.token() == null ? "" : reader.token();
    return draft(w, "confirm", reader)
        .subject(w.say("confirm.subject"))
        .preheader(w.say("confirm.preheader"))
        .opening(w.say("confirm.opening"))
        .opening(w.say("confirm.what", Choices.inWords(asked, w)))
        .button(new Link(w.say("confirm.button"), links.confirm(token)))
        .closing(w.say("confirm.closing", w.moment(asked.expiresAt())))
        .letter(new Footer(w.say("footer.confirm"), List.of(), senderLines(w), about(w)));
  }

  private Letter inquiryReceived(Content.InquiryReceived inquiry, Reader reader, Words w) {
    String named = reader.language() == Language.EN ? inquiry.seekerEn() : null;
    String known = named == null ? inquiry.seeker() : named;
    String unknown = w.say(inquiry.anonymous() ? "inquiry.unnamed" : "inquiry.unknown");
    String seeker = known == null ? unknown : known;
    Card card = cards(reader).bare(inquiry.listing());
    Draft draft =
        draft(w, "inquiry", reader)
            .subject(w.say("inquiry.subject", clipped(card.title())))
            .preheader(w.say("inquiry.preheader"))
            .opening(w.say("inquiry.opening", seeker));
    if (inquiry.answerDueAt() != null) {
      draft.opening(w.say("inquiry.due", w.date(inquiry.answerDueAt())));
    }
    return draft
        .cards(List.of(card))
        .button(new Link(w.say("inquiry.button"), links.deal(inquiry.dealId())))
        .closing(w.say("inquiry.closing"))
        .letter(footer("footer.deal", true, reader, w));
  }

  private Letter inquiryAnswered(Content.InquiryAnswered answer, Reader reader, Words w) {
    String outcome = answer.accepted() ? "accepted" : "declined";
    Card card = cards(reader).bare(answer.listing());
    String owner = answer.listing().owner(reader.language().code());
    String named = owner.isEmpty() ? w.say("answered.owner") : owner;
    Draft draft =
        draft(w, "answered", reader)
            .subject(w.say("answered.subject." + outcome, clipped(card.title())))
            .preheader(w.say("answered.preheader"))
            .opening(w.say("answered.opening." + outcome, named));
    String reason = answer.declineReason();
    if (!answer.accepted() && reason != null && !reason.isBlank()) {
      draft.opening(w.say("answered.reason", w.sayOr(reason, "answers.NO." + reason)));
    }
    return draft
        .cards(List.of(card))
        .button(new Link(w.say("answered.button"), links.deal(answer.dealId())))
        .letter(footer("footer.deal", true, reader, w));
  }

  private Letter inquiryOverdue(Content.InquiryOverdue overdue, Reader reader, Words w) {
    Instant due = overdue.answerDueAt();
    String until = due == null ? "" : w.date(due);
    return dealNews("overdue", until, overdue.dealId(), overdue.listing(), reader);
  }

  /** Something has happened in a deal; what it was is read there. */
  private Letter dealNews(
      String prefix, String detail, UUID deal, Headline listing, Reader reader) {
    Words w = words(reader);
    Card card = cards(reader).bare(listing);
    return draft(w, prefix, reader)
        .subject(w.say(prefix + ".subject", clipped(card.title())))
        .preheader(w.say(prefix + ".preheader"))
        .opening(w.say(prefix + ".opening", detail))
        .cards(List.of(card))
        .button(new Link(w.say(prefix + ".button"), links.deal(deal)))
        .letter(footer("footer.deal", true, reader, w));
  }

  private Letter webhookDisabled(Content.WebhookDisabled disabled, Reader reader, Words w) {
    return draft(w, "webhook", reader)
        .subject(w.say("webhook.subject", disabled.host()))
        .preheader(w.say("webhook.preheader"))
        .opening(w.say("webhook.opening", disabled.host(), w.moment(disabled.failingSince())))
        .button(new Link(w.say("webhook.button"), links.alerts()))
        .closing(w.say("webhook.closing"))
        .letter(footer("footer.webhook", true, reader, w));
  }

  private Footer footer(String why, boolean member, Reader reader, Words w) {
    List<Link> below = new ArrayList<>();
    below.add(
        member
            ? new Link(w.say("footer.settings"), links.alerts())
            : new Link(w.say("footer.change"), links.digest()));
    if (reader.token() != null) {
      below.add(new Link(w.say("footer.unsubscribe"), links.unsubscribe(reader.token())));
    }
    return new Footer(w.say(why), List.copyOf(below), senderLines(w), about(w));
  }

  private Link about(Words w) {
    return new Link(w.say("footer.about"), links.about());
  }

  private List<String> senderLines(Words w) {
    List<String> lines = new ArrayList<>();
    boolean english = w.language() == Language.EN;
    lines.add(w.say("footer.sender", english ? sender.nameEn() : sender.nameJa()));
    if (!sender.address().isBlank()) {
      lines.add(w.say("footer.address", sender.address()));
    }
    lines.add(w.say("footer.contact", sender.contact()));
    return List.copyOf(lines);
  }

  private Words words(Reader reader) {
    Words found = words.get(reader.language());
    if (found == null) {
      throw new IllegalStateException("no words in " + reader.language());
    }
    return found;
  }

  private Cards cards(Reader reader) {
    Cards found = cards.get(reader.language());
    if (found == null) {
      throw new IllegalStateException("no cards in " + reader.language());
    }
    return found;
  }

  private Draft draft(Words w, String prefix, Reader reader) {
    return new Draft(w, links.home(), prefix, reader);
  }

  /** A subject stays readable in a list of mails. */
  private static String clipped(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_SUBJECT_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_SUBJECT_TITLE - 1)) + "…";
  }
}
