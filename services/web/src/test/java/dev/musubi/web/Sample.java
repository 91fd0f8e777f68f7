package dev.musubi.web;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listings and needs of the demonstration, by id. */
record Sample(Map<String, String> listings, Map<String, String> needs) {
  static final String LISTING = "01990000-0000-7000-8000-000100000001";
  static final String DRAFT = "01990000-0000-7000-8000-000100000003";
  static final String NEED = "01990000-0000-7000-8000-000200000001";
  static final String MATCH = "01990000-0000-7000-8000-000300000001";

  static Sample read() {
    return new Sample(byId("listings.json"), byId("needs.json"));
  }

  private static Map<String, String> byId(String resource) {
    Map<String, String> items = new LinkedHashMap<>();
    for (JsonNode item : new JsonMapper().readTree(Services.resource(resource))) {
      items.put(item.path("id").asString(""), item.toString());
    }
    return items;
  }
}
