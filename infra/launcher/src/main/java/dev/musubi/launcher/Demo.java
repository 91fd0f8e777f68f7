package dev.musubi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads the sample data: organisations, accounts and needs by the entrance that profiles opens in
 * demo mode alone, listings through the importer like anybody's. Repeating it changes nothing.
 */
record Demo(Api api, String password) {
  private static final int NEEDS_AT_ONCE = 20;

  /** Does nothing where the mark says that these very samples are there. */
  void loadOnce(Path mark) {
    var version = version();
    try {
      if (Files.exists(mark) && Files.readString(mark).equals(version)) {
        return;
      }
      load();
      Files.writeString(mark, version);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void load() {
    System.out.println(Texts.of("demo.loading"));
    people();
    listings(version());
    needs();
  }

  private void people() {
    var body = Api.JSON.createObjectNode();
    lines("organisations").forEach(body.putArray("organisations")::add);
    lines("accounts").forEach(body.putArray("accounts")::add);
    body.put("password", password);
    post("/internal/demo", body);
  }

  private void needs() {
    var all = lines("needs");
    for (int from = 0; from < all.size(); from += NEEDS_AT_ONCE) {
      var body = Api.JSON.createObjectNode();
      all.subList(from, Math.min(all.size(), from + NEEDS_AT_ONCE))
          .forEach(body.putArray("needs")::add);
      post("/internal/demo/needs", body);
    }
    System.out.println(Texts.of("demo.needs", all.size()));
  }

  private void post(String path, JsonNode body) {
    api.json(
        api.request(api.of(Service.PROFILES, path))
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** One import for each organisation, for an import has one owner. */
  private void listings(String version) {
    Map<String, StringJoiner> byOwner = new LinkedHashMap<>();
    for (var line : lines("listings")) {
      var owner = line.path("organisation").asString();
      var listing = ((ObjectNode) line).deepCopy().without("organisation");
      byOwner
          .computeIfAbsent(owner, unused -> new StringJoiner("\n", "", "\n"))
          .add(listing.toString());
    }
    long taken = 0;
    for (var part : byOwner.entrySet()) {
      var upload =
          Upload.of(api, "demo.jsonl", part.getValue().toString())
              .with("format", "musubi-jsonl")
              .with("publish", "true")
              .with("organisation", part.getKey())
              .once("demo-" + version + "-" + part.getKey());
      var end = upload.follow(view -> {});
      taken +=
          end.path("created").asLong(0)
              + end.path("updated").asLong(0)
              + end.path("unchanged").asLong(0);
      if (end.path("rejected").asLong(0) > 0) {
        upload.problems(
            end,
            problem ->
                System.out.println(Texts.of("demo.rejected", ImportCommand.problem(problem))),
            Integer.MAX_VALUE);
      }
    }
    System.out.println(Texts.of("demo.listings", taken));
  }

  private static List<JsonNode> lines(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(Api.JSON::readTree)
        .toList();
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Demo.class.getResourceAsStream("/demo/" + file + ".jsonl")) {
      if (in == null) {
        throw new IllegalStateException("The sample data " + file + " are missing.");
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String version() {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      for (var file : List.of("organisations", "accounts", "listings", "needs")) {
        hash.update(bytes(file));
      }
      return HexFormat.of().formatHex(hash.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
