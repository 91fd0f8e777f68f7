package dev.musubi.notifications.wording;

import dev.musubi.model.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Texts of one language. A missing text is an error, never a key that a person reads. */
public final class Words {
  private final MessageSource texts;
  private final Language language;
  private final ZoneId zone;

  /** The texts of mails and alerts in this language; times are told in this zone. */
  public Words(Language language, ZoneId zone) {
    this.texts = texts();
    this.language = language;
    this.zone = zone;
  }

  /** The bundle of all texts; MessageFormat applies to each, with and without arguments. */
  public static MessageSource texts() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("mail/texts");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /**
   * The text of a key.
   *
   * @throws NoSuchMessageException when it does not exist
   */
  public String say(String key, Object... args) {
    return texts.getMessage(key, args, language.locale());
  }

  /** The text of a key, or another text when there is none for it. */
  public String sayOr(String fallback, String key) {
    String text = texts.getMessage(key, null, fallback, language.locale());
    return text == null ? fallback : text;
  }

  /** A day without its year. */
  public String day(LocalDate day) {
    return format("day").format(day);
  }

  /** A moment, in the zone of this marketplace. */
  public String moment(Instant moment) {
    return format("instant").format(moment.atZone(zone));
  }

  /** A day with its year, in the zone of this marketplace. */
  public String date(Instant moment) {
    return format("date").format(moment.atZone(zone));
  }

  private DateTimeFormatter format(String key) {
    return DateTimeFormatter.ofPattern(say(key), language.locale());
  }
}
