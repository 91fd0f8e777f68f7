package dev.musubi.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the words of one reader, ready for the templates: nothing in it is looked up or decided
 * any more.
 *
 * @param lang "ja" or "en"
 * @param preheader what a mail program shows beside the subject
 * @param home address of the front page
 * @param opening paragraphs before the cards
 * @param closing paragraphs after them
 */
record Letter(
    String lang,
    String subject,
    String preheader,
    String home,
    String heading,
    String greeting,
    List<String> opening,
    List<Card> cards,
    @Nullable Link button,
    List<String> closing,
    Footer footer) {

  /** A link with its words. */
  record Link(String text, String url) {}

  /**
   * A listing in a mail, or only the heading of a section when the title is empty.
   *
   * @param section heading above the card, or null
   * @param gloss what the title says word by word, for who does not read it, or null
   * @param answers buttons by which a match is answered
   * @param declines reasons why it does not fit, each a link
   * @param no the same as one link, for plain text, or null
   * @param more a sentence below the card, or null
   */
  record Card(
      @Nullable String section,
      String title,
      @Nullable String gloss,
      String url,
      String summary,
      String owner,
      String reasonsHeading,
      List<String> reasons,
      List<String> questions,
      List<Link> answers,
      List<Link> declines,
      @Nullable Link no,
      @Nullable String more,
      String moreUrl) {

    Card orNo(Link link) {
      return new Card(
          section,
          title,
          gloss,
          url,
          summary,
          owner,
          reasonsHeading,
          reasons,
          questions,
          answers,
          declines,
          link,
          more,
          moreUrl);
    }
  }

  /**
   * Below every mail.
   *
   * @param why why the reader receives it
   * @param links settings and unsubscription
   * @param sender who sends it, and whom to ask (特定電子メール法, article 4)
   */
  record Footer(String why, List<Link> links, List<String> sender, Link about) {}
}
