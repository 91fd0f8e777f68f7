package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The steps that many stories begin with. */
final class Market {
  static final String LISTINGS = "/api/v1/listings";
  static final String NEEDS = "/api/v1/needs";
  private static final Api OFFICE = Api.of(Product.OFFICE);

  private Market() {}

  /** A published listing's id. */
  static String publish(String listing) {
    var draft = OFFICE.post(LISTINGS, listing).must(201);
    OFFICE.move(LISTINGS + "/" + draft.id() + "/publish", draft.etag()).must(200);
    return draft.id();
  }

  static void withdraw(String listing) {
    OFFICE.post(LISTINGS + "/" + listing + "/withdraw", "{\"reason\": \"見直しのため\"}").must(200);
  }

  /** An active need's id, when its first matches are there. */
  static String activate(Api firm, String need) {
    var draft = firm.post(NEEDS, need).must(201);
    firm.move(NEEDS + "/" + draft.id() + "/activate", draft.etag()).must(200);
    patiently()
        .ignoreNoExceptions()
        .until(
            () -> firm.get(NEEDS + "/" + draft.id() + "/matches"),
            answer -> answer.status() == 200 && answer.at("/matchedVersion").isNumber());
    return draft.id();
  }

  /** Closes what earlier stories have asked for: a later story's patent may fit that as well. */
  static void closeEarlierNeeds(Api firm) {
    firm.get(NEEDS + "?state=ACTIVE&limit=100")
        .must(200)
        .at("/items")
        .valueStream()
        .filter(need -> !need.path("sample").asBoolean())
        .map(need -> NEEDS + "/" + need.path("id").asString())
        .forEach(need -> firm.move(need + "/close", firm.get(need).must(200).etag()).must(200));
  }

  static List<JsonNode> matches(Api firm, String need) {
    var answer = firm.get(NEEDS + "/" + need + "/matches?limit=100").must(200);
    return answer.at("/items").valueStream().map(item -> item.path("match")).toList();
  }

  /** The match of the two, as soon as it is there. */
  static JsonNode match(Api firm, String need, String listing) {
    return patiently().until(() -> of(firm, need, listing), found -> found.size() == 1).getFirst();
  }

  static List<JsonNode> of(Api firm, String need, String listing) {
    return matches(firm, need).stream()
        .filter(match -> match.path("listingId").asString().equals(listing))
        .toList();
  }

  /** Ids of what the public search finds of a subject, whatever else it finds likely. */
  static List<String> search(String word) {
    var found = Api.anybody().get("/api/v1/search/listings?q=" + Tokens.coded(word)).must(200);
    return found
        .at("/hits")
        .valueStream()
        .filter(hit -> hit.path("title").asString().contains(word))
        .map(hit -> hit.path("listingId").asString())
        .toList();
  }
}
