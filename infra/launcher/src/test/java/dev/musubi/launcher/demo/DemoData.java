package dev.musubi.launcher.demo;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of the sample files, and what they become. Reading is strict: a misspelt field or code
 * fails.
 */
record DemoData(
    List<JsonNode> organisations,
    List<JsonNode> accounts,
    List<JsonNode> listings,
    List<JsonNode> needs) {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String SOME_ID = "01980000-0000-7000-8000-000000000000";
  private static final String SOME_TIME = "2026-11-23T00:00:00Z";

  static DemoData load() {
    return new DemoData(
        lines("organisations"), lines("accounts"), lines("listings"), lines("needs"));
  }

  JsonNode listing(String externalId) {
    return listings.stream()
        .filter(it -> it.path("externalId").asString().equals(externalId))
        .findFirst()
        .orElseThrow();
  }

  List<OrganisationState> organisationStates() {
    return read(
        organisations,
        OrganisationState.class,
        it -> {
          JsonNode name = it.remove("name");
          it.set("name", name.path("ja"));
          it.set("nameEn", name.path("en"));
          it.putArray("mandates");
          it.put("changedAt", SOME_TIME);
        });
  }

  List<ListingState> listingStates() {
    return read(
        listings,
        ListingState.class,
        it -> {
          it.remove("externalId");
          it.remove("publish");
          it.set("organisationId", it.remove("organisation"));
          it.put("id", SOME_ID).put("state", "PUBLISHED").put("bulk", true);
          it.put("publishedAt", SOME_TIME).put("changedAt", SOME_TIME);
        });
  }

  List<NeedState> needStates() {
    return read(
        needs,
        NeedState.class,
        it -> {
          it.remove("externalId");
          it.remove("fits");
          it.set("organisationId", it.remove("organisation"));
          it.put("id", SOME_ID).put("state", "ACTIVE");
          it.putObject("alerts").put("frequency", "DAILY").put("budgetPerWeek", 5);
          it.putArray("jsic");
          it.put("activatedAt", SOME_TIME).put("changedAt", SOME_TIME);
        });
  }

  private static <T> List<T> read(
      List<JsonNode> lines, Class<T> type, Consumer<ObjectNode> completed) {
    return lines.stream()
        .map(
            line -> {
              ObjectNode whole = (ObjectNode) line.deepCopy();
              completed.accept(whole);
              return STRICT.treeToValue(whole.put("version", 1), type);
            })
        .toList();
  }

  private static List<JsonNode> lines(String file) {
    try (InputStream in = DemoData.class.getResourceAsStream("/demo/" + file + ".jsonl")) {
      String all =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("\n")).map(STRICT::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
