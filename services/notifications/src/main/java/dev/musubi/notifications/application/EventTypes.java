package dev.musubi.notifications.application;

import dev.musubi.notifications.domain.Content;
import java.util.List;

/** Names of alerts: in the page, and as CloudEvents types of webhooks. */
public final class EventTypes {
  /** Sent on request, to try a webhook. */
  public static final String PING = "dev.musubi.webhook.ping.v1";

  private static final String MATCH = "dev.musubi.alert.match-found.v1";
  private static final String FIRST = "dev.musubi.alert.first-matches.v1";
  private static final String INQUIRY = "dev.musubi.alert.inquiry-received.v1";
  private static final String ANSWER = "dev.musubi.alert.inquiry-answered.v1";
  private static final String OVERDUE = "dev.musubi.alert.inquiry-overdue.v1";
  private static final String MESSAGE = "dev.musubi.alert.message-received.v1";
  private static final String ENDED = "dev.musubi.alert.talks-ended.v1";
  private static final String DISABLED = "dev.musubi.alert.webhook-disabled.v1";

  private EventTypes() {}

  /** All that a webhook may ask for. */
  public static List<String> all() {
    return List.of(MATCH, FIRST, INQUIRY, ANSWER, OVERDUE, MESSAGE, ENDED, DISABLED);
  }

  /** Type of the webhook event of an alert. */
  static String of(Content content) {
    return switch (content) {
      case Content.MatchFound found -> MATCH;
      case Content.FirstMatches first -> FIRST;
      case Content.InquiryReceived inquiry -> INQUIRY;
      case Content.InquiryAnswered answer -> ANSWER;
      case Content.InquiryOverdue overdue -> OVERDUE;
      case Content.MessageReceived message -> MESSAGE;
      case Content.TalksEnded ended -> ENDED;
      case Content.WebhookDisabled disabled -> DISABLED;
      case Content.MemberDigest digest -> throw noAlert(digest);
      case Content.PublicDigest digest -> throw noAlert(digest);
      case Content.Confirmation confirmation -> throw noAlert(confirmation);
    };
  }

  /** Name of the alert in the page. */
  static String kind(Content content) {
    String type = of(content);
    String name = type.substring("dev.musubi.alert.".length(), type.length() - ".v1".length());
    return name.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  private static IllegalArgumentException noAlert(Content content) {
    return new IllegalArgumentException(content.getClass().getSimpleName() + " is a mail alone");
  }
}
