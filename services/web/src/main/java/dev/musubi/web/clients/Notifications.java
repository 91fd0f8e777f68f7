package dev.musubi.web.clients;

import dev.musubi.web.door.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Alerts in the page, and mails. */
@Component
public class Notifications {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private final Upstream upstream;

  Notifications(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Alerts, newest first. */
  public Answer<Alerts> alerts(Asker asker, @Nullable String cursor, int limit) {
    return upstream.get(
        asker,
        Service.NOTIFICATIONS,
        new Query().with("cursor", cursor).with("limit", limit).after(ALERTS),
        Alerts.class);
  }

  /** Marks one alert as read. */
  public Answer<JsonNode> read(Asker asker, String id) {
    return upstream.change(
        asker,
        Service.NOTIFICATIONS,
        Upstream.Change.post(ALERTS + "/" + id + "/read", null),
        null,
        JsonNode.class);
  }

  /** Asks for the digest; a mail to confirm goes out. */
  public Answer<JsonNode> subscribe(Asker asker, Map<String, Object> subscription) {
    return upstream.create(
        asker, Service.NOTIFICATIONS, SUBSCRIPTIONS, subscription, JsonNode.class);
  }

  /** What a token from a mail is for. */
  public Answer<Token> token(Asker asker, String token) {
    return upstream.get(
        asker, Service.NOTIFICATIONS, SUBSCRIPTIONS + "/tokens/" + token, Token.class);
  }

  /** Confirms a subscription. */
  public Answer<JsonNode> confirm(Asker asker, String token) {
    return act(asker, "confirmations", token);
  }

  /** Ends a subscription. */
  public Answer<JsonNode> unsubscribe(Asker asker, String token) {
    return act(asker, "unsubscriptions", token);
  }

  private Answer<JsonNode> act(Asker asker, String what, String token) {
    return upstream.create(
        asker,
        Service.NOTIFICATIONS,
        SUBSCRIPTIONS + "/" + what,
        Map.of("token", token),
        JsonNode.class);
  }

  /** What a token is for; the address is masked. */
  public record Token(@Nullable String kind, @Nullable String address, @Nullable String lang) {}

  /** The text of consent that a sign-up page must show now. */
  public Answer<Consent> consent(Asker asker) {
    return upstream.get(asker, Service.NOTIFICATIONS, SUBSCRIPTIONS + "/form", Consent.class);
  }

  /** A text of consent, and the name under which a proof refers to it. */
  public record Consent(String version, Map<String, String> texts) {
    /** Fills in what the service left out. */
    public Consent {
      texts = Known.map(texts);
    }
  }

  /**
   * A page of alerts.
   *
   * @param latest number of the newest alert, after which a stream goes on
   */
  public record Alerts(
      List<Alert> items, @Nullable String next, @Nullable Long unread, @Nullable Long latest) {
    /** Fills in what the service left out. */
    public Alerts {
      items = Known.list(items);
    }
  }

  /**
   * One alert, in the reader's language.
   *
   * @param text what happened, in a sentence
   * @param title of the open patent
   * @param path the page to open
   */
  public record Alert(
      String id,
      long seq,
      @Nullable String kind,
      String text,
      @Nullable String title,
      @Nullable String needTitle,
      List<String> reasons,
      @Nullable String path,
      boolean read,
      @Nullable String createdAt) {
    /** Fills in what the service left out. */
    public Alert {
      reasons = Known.list(reasons);
    }

    /** The page to open. */
    public String target() {
      return path == null ? "/alerts" : path;
    }
  }
}
