package dev.musubi.notifications;

import dev.musubi.notifications.domain.DigestCalendar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this service; {@code application.yml} explains each. An unknown key stops the
 * start.
 *
 * @param publicUrl address that people see, for links in mails
 * @param tokenSecret keys the tokens and hashes of this service; at least 32 bytes
 * @param profilesUrl where addresses of members are asked for
 * @param matchingUrl where listings for digests are searched
 * @param redis address of Redis
 * @param zone whose days and times people are told
 */
@Validated
@ConfigurationProperties(prefix = "musubi.notifications", ignoreUnknownFields = false)
public record NotificationsSettings(
    URI publicUrl,
    @NotBlank String tokenSecret,
    URI profilesUrl,
    URI matchingUrl,
    @NotBlank String redis,
    ZoneId zone,
    @Valid Mail mail,
    @Valid Digest digest,
    @Valid FirstList firstList,
    @Valid Stream stream,
    @Valid Webhook webhook,
    @Valid Keep keep) {

  /** When digests are due. */
  public DigestCalendar calendar() {
    return new DigestCalendar(zone, digest.at(), digest.weeklyOn());
  }

  /**
   * Mail.
   *
   * @param smtp {@code smtp://[user:password@]host[:port]}, or {@code smtps://…}
   * @param from address in From, and to which bounces go
   * @param senderNameJa formal name of who sends, in Japanese
   * @param senderNameEn the same in English
   * @param senderAddress postal address, or empty when the page /about gives it
   * @param contact where questions and complaints go; the From address when empty
   * @param connections to the server, kept open while there are mails
   * @param batch mails that a connection takes at a time
   * @param lease how long they are its own
   * @param attempts after so many failures a mail is given up
   * @param pause before the second attempt; doubles each time
   * @param longestPause between two attempts
   * @param timeout for each answer of the server
   */
  public record Mail(
      @NotBlank String smtp,
      @NotBlank String from,
      @DefaultValue("結び Musubi") String senderNameJa,
      @DefaultValue("Musubi") String senderNameEn,
      @DefaultValue("") String senderAddress,
      @DefaultValue("") String contact,
      @DefaultValue("4") @Min(1) @Max(64) int connections,
      @DefaultValue("20") @Min(1) @Max(1000) int batch,
      @DefaultValue("60s") Duration lease,
      @DefaultValue("12") @Min(1) int attempts,
      @DefaultValue("30s") Duration pause,
      @DefaultValue("2h") Duration longestPause,
      @DefaultValue("30s") Duration timeout) {}

  /**
   * Digests.
   *
   * @param at time of day
   * @param weeklyOn day of the week of weekly digests
   * @param most listings in one mail
   * @param firstNews how far back the first digest of a new subscriber reaches
   * @param searchWait how long a digest waits for matching's search before it does without
   * @param confirmWithin how long a confirmation link works
   * @param mostRequests confirmation mails to one address a day
   */
  public record Digest(
      LocalTime at,
      DayOfWeek weeklyOn,
      @DefaultValue("10") @Min(1) @Max(20) int most,
      @DefaultValue("7d") Duration firstNews,
      @DefaultValue("2h") Duration searchWait,
      @DefaultValue("3d") Duration confirmWithin,
      @DefaultValue("3") @Min(1) int mostRequests) {}

  /**
   * First lists of needs.
   *
   * @param quiet so long no further match arrives: the list has settled
   * @param longest it never waits longer than this
   */
  public record FirstList(
      @DefaultValue("2s") Duration quiet, @DefaultValue("30s") Duration longest) {}

  /**
   * Open pages.
   *
   * @param perAccount streams that one account may hold on one instance
   * @param most streams on one instance
   * @param heartbeat a sign of life in this interval
   * @param poll the database is asked in this interval, should Redis be away
   */
  public record Stream(
      @DefaultValue("8") @Min(1) int perAccount,
      @DefaultValue("10000") @Min(1) int most,
      @DefaultValue("15s") Duration heartbeat,
      @DefaultValue("5s") Duration poll) {}

  /**
   * Webhooks.
   *
   * @param plainHttp whether http addresses are taken; for demonstrations alone
   * @param allowedNetworks networks in CIDR form that may be called although they are not public
   * @param most webhooks of an organisation
   * @param workers calls at the same time
   * @param timeout for connecting, and for the answer
   * @param attempts after so many failures a call is given up
   * @param pause before the second attempt; doubles each time
   * @param longestPause between two attempts
   * @param disableAfter a webhook that failed for so long without one success is switched off
   */
  public record Webhook(
      @DefaultValue("false") boolean plainHttp,
      @DefaultValue List<String> allowedNetworks,
      @DefaultValue("10") @Min(1) int most,
      @DefaultValue("8") @Min(1) @Max(64) int workers,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("10") @Min(1) int attempts,
      @DefaultValue("10s") Duration pause,
      @DefaultValue("6h") Duration longestPause,
      @DefaultValue("3d") Duration disableAfter) {}

  /**
   * How long things are kept.
   *
   * @param unconfirmed sign-ups that were never confirmed
   * @param alerts alerts in the page
   * @param deliveries what became of mails
   * @param webhookLog calls of webhooks
   */
  public record Keep(
      @DefaultValue("7d") Duration unconfirmed,
      @DefaultValue("365d") Duration alerts,
      @DefaultValue("400d") Duration deliveries,
      @DefaultValue("30d") Duration webhookLog) {}
}
