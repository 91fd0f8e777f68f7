package dev.musubi.deals.world;

import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.MatchFacts;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.NeedState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An owner with an open patent, a firm with a need, the match of the two, and the firm's broker.
 */
public record Scene(
    Instance service, UUID owner, UUID firm, UUID broker, UUID listing, UUID need, UUID match) {

  /** New people and things in a service. */
  public static Scene in(Instance service, NeedState.Visibility visibility) {
    Scene scene =
        new Scene(service, Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next());
    service.know(
        known -> {
          known.keep(scene.organisation(scene.owner, OrganisationKind.OWNER, "みなと大学"), 1);
          known.keep(
              new FirmFacts(
                  scene.firm,
                  OrganisationKind.SEEKER,
                  "谷口樹脂",
                  "Taniguchi Resin",
                  Set.of(scene.broker)),
              1);
          known.keep(scene.organisation(scene.broker, OrganisationKind.BROKER, "結び手"), 1);
          known.keep(scene.listing(ListingState.State.PUBLISHED), 1);
          known.keep(new NeedFacts(scene.need, scene.firm, "廃プラを分けたい", visibility), 1);
          known.keep(new MatchFacts(scene.match, scene.need, scene.listing, scene.firm), 1);
        });
    return scene;
  }

  private FirmFacts organisation(UUID id, OrganisationKind kind, String name) {
    return new FirmFacts(id, kind, name, null, Set.of());
  }

  /** The listing in a state. */
  public ListingFacts listing(ListingState.State state) {
    return new ListingFacts(
        listing,
        owner,
        state,
        List.of(
            new ListingFacts.Title("ja", "廃プラスチックの選別装置"),
            new ListingFacts.Title("en", "Sorting waste plastics")),
        Set.of(Offer.Kind.NON_EXCLUSIVE),
        true,
        null,
        LocalDate.of(2040, 3, 31));
  }

  /** What the firm sends to ask from the match. */
  public String inquiry() {
    return "{\"matchId\":\"%s\",\"message\":\"月に20トンの選別に使えますか。\"}".formatted(match);
  }

  /** What its broker sends. */
  public String inquiryByBroker(boolean anonymous) {
    return """
    {"matchId":"%s","onBehalfOf":"%s","anonymous":%s,"message":"顧客に代わって伺います。"}
    """
        .formatted(match, firm, anonymous);
  }

  /** The firm has asked: the deal. */
  public UUID asked() {
    return UUID.fromString(
        service.firm(firm).post("/api/v1/deals", inquiry()).json().path("id").asString());
  }

  /** The owner has accepted as well. */
  public UUID talking() {
    UUID deal = asked();
    service.owner(owner).change("POST", path(deal, "/answer"), 1, "{\"answer\":\"accept\"}");
    return deal;
  }

  /** The address of a deal or of a part of it. */
  public static String path(UUID deal, String part) {
    return "/api/v1/deals/" + deal + part;
  }
}
