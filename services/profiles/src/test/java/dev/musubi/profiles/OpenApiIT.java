package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the conventions add to the description of the API. */
class OpenApiIT {
  private final RunningProfiles profiles = RunningProfiles.shared();

  @Test
  void api_shows_bodies_and_headers_and_hides_inner_endpoints() {
    JsonNode api = profiles.browser().get("/v3/api-docs").json();
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.path("paths").propertyNames()).noneMatch(path -> path.startsWith("/internal"));
    JsonNode create = api.at("/paths/~1api~1v1~1needs/post");
    assertThat(create.at("/requestBody/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/NeedInput");
    assertThat(create.path("parameters").valueStream().map(p -> p.path("name").asString()))
        .containsExactlyInAnyOrder("Idempotency-Key", "organisation");
  }
}
