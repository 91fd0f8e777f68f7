package dev.musubi.launcher;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** On whose behalf an operator imports, when he does not say. */
final class Organisations {
  /** Sample organisation in whose name collections of others are shown on a copy with samples. */
  private static final String COLLECTIONS = "01980000-0000-7000-8000-000000001099";

  private Organisations() {}

  /**
   * The one that collects, on a copy with samples; otherwise the only owner there is. Where there
   * are several, the command names them and gives up.
   */
  static String forImport(Api api, boolean demo) {
    var owners = owners(api);
    if (demo && owners.stream().anyMatch(it -> it.path("id").asString().equals(COLLECTIONS))) {
      return COLLECTIONS;
    }
    if (owners.size() == 1) {
      return owners.getFirst().path("id").asString();
    }
    if (owners.isEmpty()) {
      throw Texts.failure("failure.no-owner");
    }
    var list = new StringBuilder();
    for (var owner : owners) {
      list.append("\n  ").append(owner.path("id").asString()).append("  ");
      list.append(name(owner));
    }
    throw Texts.failure("failure.which-owner", list);
  }

  static String name(JsonNode organisation) {
    var name = organisation.path("name");
    return name.isString() ? name.asString() : name.path("ja").asString(name.toString());
  }

  private static ArrayList<JsonNode> owners(Api api) {
    var owners = new ArrayList<JsonNode>();
    var path = "/api/v1/organisations?kind=OWNER&limit=100";
    var next = "";
    do {
      var uri = api.door(next.isEmpty() ? path : path + "&cursor=" + next);
      var page = api.json(api.request(uri).GET());
      page.path("items").forEach(owners::add);
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return owners;
  }
}
