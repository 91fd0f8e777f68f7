package dev.musubi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.identity.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class OutageTest {
  @Test
  void service_starts_without_profiles_and_says_that_it_cannot_tell() throws Exception {
    TestIssuer gone = TestIssuer.start();
    String token = gone.token(UUID.randomUUID(), OrganisationKind.OWNER, MemberRole.ADMIN);
    gone.close();
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ResourceServerTest.Service.class)
            .run(
                "--server.port=0",
                "--spring.application.name=things",
                "--MUSUBI_PUBLIC_URL=" + gone.url(),
                "--MUSUBI_PROFILES_URL=" + gone.url(),
                "--MUSUBI_SERVICE_SECRET=secret")) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/who"))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("urn:musubi:problem:unavailable");
      ServiceTokens tokens = context.getBean(ServiceTokens.class);
      assertThatThrownBy(tokens::get).isInstanceOf(ServiceTokenUnavailable.class);
    }
  }

  @Test
  void service_without_an_address_of_profiles_does_not_start() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(ResourceServerTest.Service.class)
                    .run("--server.port=0", "--MUSUBI_PUBLIC_URL=http://localhost"))
        .rootCause()
        .hasMessage("Set the environment variable MUSUBI_PROFILES_URL.");
  }
}
