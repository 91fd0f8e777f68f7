package dev.musubi.web.clients;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The signed-in account and its organisation, as profiles tells it. */
public record Me(@Nullable String name, @Nullable String email, @Nullable JsonNode organisation) {
  /** What to call the person. */
  public String displayName() {
    if (name != null && !name.isBlank()) {
      return name;
    }
    return email == null ? "" : email;
  }

  /** What the organisation is called, if profiles told it. */
  public @Nullable String organisationName() {
    JsonNode said = organisation == null ? null : organisation.get("name");
    if (said == null) {
      return null;
    }
    return said.isString() ? said.asString() : said.path("ja").asString("");
  }
}
