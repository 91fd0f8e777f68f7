package dev.musubi.notifications.world;

import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** States of other aggregates, as their events carry them. */
public final class States {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private States() {}

  /** An active need. */
  public static NeedState need(UUID organisation, Frequency frequency, int budget) {
    return new NeedState(
        Ids.next(),
        1,
        organisation,
        NeedState.State.ACTIVE,
        "ja",
        "黒いプラスチックを分けたい",
        "廃材に混ざった黒いプラスチックを材質ごとに分けたい。",
        new NeedState.Elements(List.of(), List.of(), List.of(), List.of(), List.of()),
        new NeedState.Constraints(List.of(), List.of(), null, null, List.of()),
        List.of(),
        NeedState.Visibility.PRIVATE,
        new NeedState.Alerts(frequency, budget),
        null,
        List.of(),
        true,
        NOW,
        NOW);
  }

  /** The same need in another state. */
  public static NeedState next(NeedState need, NeedState.State state, Frequency frequency) {
    return new NeedState(
        need.id(),
        need.version() + 1,
        need.organisationId(),
        state,
        need.lang(),
        need.title(),
        need.text(),
        need.elements(),
        need.constraints(),
        need.wants(),
        need.visibility(),
        new NeedState.Alerts(frequency, need.alerts().budgetPerWeek()),
        need.prefecture(),
        need.jsic(),
        need.sample(),
        need.activatedAt(),
        NOW);
  }

  /** A published listing. */
  public static ListingState listing(String title, Instant publishedAt) {
    return listing(Ids.next(), 1, ListingState.State.PUBLISHED, title, publishedAt);
  }

  /** The same listing, no longer on offer. */
  public static ListingState withdrawn(ListingState listing) {
    return listing(
        listing.id(),
        listing.version() + 1,
        ListingState.State.WITHDRAWN,
        listing.texts().getFirst().title(),
        listing.publishedAt());
  }

  private static ListingState listing(
      UUID id, long version, ListingState.State state, String title, Instant publishedAt) {
    return new ListingState(
        id,
        version,
        OWNER,
        state,
        List.of(new ListingState.Text("ja", title, "要約です。", null, null, "黒い破片も分ける", null, null)),
        List.of(RIGHT),
        List.of(),
        List.of(),
        new ListingState.Classifications(List.of(), List.of(), List.of(), List.of()),
        List.of("MACHINERY"),
        List.of(),
        "27",
        List.of(),
        null,
        null,
        null,
        true,
        false,
        publishedAt.truncatedTo(ChronoUnit.MICROS),
        NOW);
  }

  private static final ListingState.Right RIGHT =
      new ListingState.Right(
          ListingState.Right.Kind.PATENT,
          "JP",
          "2026001234",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          ListingState.Right.Status.GRANTED);

  /** Who lists everything. */
  public static final UUID OWNER = Ids.next();

  /** A match. */
  public static MatchState match(
      NeedState need, UUID listing, FoundBy foundBy, boolean worthAlert) {
    return match(Ids.next(), 1, need, listing, foundBy, worthAlert, MatchState.State.ACTIVE);
  }

  /** A match with everything given. */
  public static MatchState match(
      UUID id,
      long version,
      NeedState need,
      UUID listing,
      FoundBy foundBy,
      boolean worthAlert,
      MatchState.State state) {
    return new MatchState(
        id,
        version,
        need.id(),
        listing,
        need.organisationId(),
        OWNER,
        1,
        1,
        state,
        0.7,
        1,
        "text-1",
        List.of("text"),
        foundBy,
        worthAlert,
        List.of(
            new MatchState.Reason(
                MatchState.Reason.Kind.TERMS, "effect", List.of("黒い"), List.of("黒い"), null, 0.5)),
        List.of(new MatchState.Title("ja", "廃プラスチックの選別装置")),
        need.title(),
        null,
        NOW,
        NOW);
  }

  /** An organisation. */
  public static OrganisationState organisation(UUID id, String name) {
    return new OrganisationState(
        id,
        1,
        OrganisationKind.SEEKER,
        name,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        true,
        NOW);
  }

  /** A deal in a stage. */
  public static DealState deal(
      UUID id, long version, UUID listing, UUID seeker, UUID owner, DealState.Stage stage) {
    return deal(id, version, listing, seeker, owner, stage, false, null, List.of());
  }

  /** A deal with what its sides are told beside the stage. */
  public static DealState deal(
      UUID id,
      long version,
      UUID listing,
      UUID seeker,
      UUID owner,
      DealState.Stage stage,
      boolean reminded,
      DealState.@Nullable Side closedBy,
      List<DealState.Written> messages) {
    return new DealState(
        id, version, listing, null, null, seeker, owner, null, false, stage, null, null, null, NOW,
        NOW, reminded, closedBy, messages);
  }

  /** Something that one side wrote. */
  public static DealState.Written written(DealState.Side by) {
    return new DealState.Written(Ids.next(), by, NOW);
  }
}
