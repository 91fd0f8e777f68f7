package dev.musubi.web.clients;

import dev.musubi.web.door.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Inquiries and what becomes of them. */
@Component
public class Deals {
  private static final String DEALS = "/api/v1/deals";
  private final Upstream upstream;

  Deals(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Deals of the own organisation, on either side. */
  public Answer<Page> deals(Asker asker, @Nullable String cursor) {
    return upstream.get(
        asker, Service.DEALS, new Query().with("cursor", cursor).after(DEALS), Page.class);
  }

  /** One deal. */
  public Answer<Deal> deal(Asker asker, String id) {
    return upstream.get(asker, Service.DEALS, DEALS + "/" + id, Deal.class);
  }

  /** Asks an owner. */
  public Answer<Deal> inquire(Asker asker, Map<String, Object> inquiry) {
    return upstream.create(asker, Service.DEALS, DEALS, inquiry, Deal.class);
  }

  /** One side writes to the other. */
  public Answer<Deal> write(Asker asker, String id, String message) {
    return upstream.create(
        asker,
        Service.DEALS,
        DEALS + "/" + id + "/messages",
        Map.of("message", message),
        Deal.class);
  }

  /**
   * A change of a deal: answer, withdraw, close, reveal.
   *
   * @param etag the version that the reader saw
   */
  public Answer<Deal> move(
      Asker asker, String id, String verb, @Nullable Map<String, Object> body, String etag) {
    return upstream.change(
        asker,
        Service.DEALS,
        Upstream.Change.post(DEALS + "/" + id + "/" + verb, body),
        etag,
        Deal.class);
  }

  /**
   * A deal as its two sides see it.
   *
   * @param side on which the reader stands: SEEKER, BROKER or OWNER
   * @param actions what the reader's side may do now
   */
  public record Deal(
      String id,
      long version,
      String side,
      String stage,
      String listingId,
      @Nullable String listingState,
      @Nullable JsonNode listingTitle,
      @Nullable String needId,
      @Nullable String needTitle,
      @Nullable String seekerName,
      boolean anonymous,
      @Nullable String ownerName,
      @Nullable String brokerName,
      @Nullable String declineReason,
      @Nullable String closeReason,
      @Nullable String closedBy,
      boolean withdrawn,
      List<Message> messages,
      @Nullable String answerDueAt,
      boolean overdue,
      List<String> actions,
      @Nullable String openedAt,
      @Nullable String changedAt) {
    /** Fills in what the service left out. */
    public Deal {
      messages = Known.list(messages);
      actions = Known.list(actions);
    }

    /** What it is about, in a language; empty when it is not known. */
    public String titleIn(String lang) {
      return Titles.in(listingTitle, lang);
    }

    /** Whether the reader's side may do this now. */
    public boolean may(String action) {
      return actions.contains(action);
    }

    /** Whether nothing can follow. */
    public boolean isOver() {
      return stage.equals("DECLINED") || stage.equals("CLOSED");
    }
  }

  /** What one side wrote. */
  public record Message(@Nullable String side, @Nullable String text, @Nullable String at) {}

  /** A page of them. */
  public record Page(List<Deal> items, @Nullable String next) {
    /** Fills in what the service left out. */
    public Page {
      items = Known.list(items);
    }
  }
}
