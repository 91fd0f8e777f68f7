package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API as it is checked in; {@code -Dmusubi.openapi.write=true} writes it anew. */
public interface OpenApiContract {
  JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  ApiUnderTest api();

  private Path file() {
    return Path.of("src/main/resources/openapi/" + api().service() + ".json");
  }

  @Test
  default void api_is_the_one_that_is_checked_in() throws IOException {
    String written = MAPPER.writeValueAsString(api().openApi()).replace("\r\n", "\n") + "\n";
    if (Boolean.getBoolean("musubi.openapi.write")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), written);
    }
    String checkedIn = Files.exists(file()) ? Files.readString(file()) : "";
    assertThat(written)
        .as(
            """
            The API of %1$s differs from services/%1$s/%2$s. If that is meant, write it anew by
              mvn -pl services/%1$s -am verify -Dtest=None -Dit.test='ApiIT#api_is*' \
            -Dmusubi.openapi.write=true -Dsurefire.failIfNoSpecifiedTests=false \
            -Dfailsafe.failIfNoSpecifiedTests=false
            and look at the difference before you commit it.\
            """
                .formatted(api().service(), file()))
        .isEqualTo(checkedIn);
  }

  @Test
  default void api_shows_every_public_endpoint_and_no_inner_one() {
    JsonNode document = api().openApi();
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    List<String> hidden = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      Documented documented = new Documented(document, endpoint);
      if (endpoint.isPublic() && !documented.isThere()) {
        hidden.add(endpoint.toString());
      }
    }
    assertThat(hidden).isEmpty();
    assertThat(document.path("paths").propertyNames())
        .allMatch(path -> path.startsWith("/api/v1/"));
  }

  @Test
  default void api_shows_the_bodies_that_it_reads() {
    JsonNode document = api().openApi();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.isPublic() && endpoint.takesJson()) {
        assertThat(new Documented(document, endpoint).fields()).as("%s", endpoint).isNotEmpty();
      }
    }
  }
}
