package dev.musubi.web.clients;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A title as services write it: a text, an object by language, or a list of language and text. */
final class Titles {
  private Titles() {}

  static String in(@Nullable JsonNode title, String lang) {
    if (title == null || title.isNull()) {
      return "";
    }
    if (title.isString()) {
      return title.asString();
    }
    if (title.isArray()) {
      return inList(title, lang);
    }
    return title.path(lang).asString(title.path("ja").asString(title.path("en").asString("")));
  }

  private static String inList(JsonNode titles, String lang) {
    for (JsonNode title : titles) {
      if (title.path("lang").asString("").equals(lang)) {
        return title.path("text").asString("");
      }
    }
    return titles.path(0).path("text").asString("");
  }
}
