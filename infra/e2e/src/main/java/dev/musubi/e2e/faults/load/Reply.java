package dev.musubi.e2e.faults.load;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for a request, as far as it tells whether something was done. */
public sealed interface Reply {

  /** Acknowledged: it must never be lost from now on. */
  record Done(JsonNode body, long version) implements Reply {
    /** The id of what was answered. */
    public String id() {
      return body.path("id").asString("");
    }
  }

  /** It was not done, and will not be. */
  record Refused(int status, String why) implements Reply {}

  /** It may have been done, or may still be: nobody answered, or somebody in between did. */
  record Unknown(String why) implements Reply {}

  /** Reads an answer by its status (RFC 9110): of an error of a server nobody knows what it did. */
  static Reply of(int status, String etag, String body) {
    if (status >= 500 || status == 408) {
      return new Unknown(status + " " + firstWords(body));
    }
    if (status >= 400) {
      return new Refused(status, firstWords(body));
    }
    return new Done(json(body), version(etag));
  }

  private static JsonNode json(String body) {
    try {
      return Api.JSON.readTree(body.isBlank() ? "{}" : body);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static long version(String etag) {
    var digits = etag.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String firstWords(String body) {
    return body.substring(0, Math.min(body.length(), 200)).replaceAll("\\s+", " ");
  }
}
