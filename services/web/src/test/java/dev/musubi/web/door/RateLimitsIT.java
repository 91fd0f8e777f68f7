package dev.musubi.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.identity.TestIssuer;
import dev.musubi.web.WebSettings;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** How often somebody may ask, however they try to be somebody else. */
class RateLimitsIT {
  private static final int LOGINS = 5;
  private static final int BY_ADDRESS = 10;
  private final TestIssuer issuer = TestIssuer.start();
  private final String address = "test-" + UUID.randomUUID();
  private final URI redis = URI.create(EngineKit.shared().redis().toString());
  private final LettuceConnectionFactory factory =
      new LettuceConnectionFactory(redis.getHost(), redis.getPort());
  private final Buckets buckets = new Buckets(factory);

  @BeforeEach
  void connect() {
    factory.afterPropertiesSet();
    factory.start();
  }

  @AfterEach
  void close() {
    buckets.destroy();
    factory.destroy();
    issuer.close();
  }

  @Test
  void guessing_from_one_address_is_stopped_whatever_is_tried_and_by_all_instances() {
    RateLimits one = limits();
    RateLimits other = limits();
    assertThat(passed(one, 3, "POST", "/login", "")).isEqualTo(3);
    assertThat(passed(other, 50, "POST", "/oauth2/token", member())).isEqualTo(LOGINS - 3);
    assertThat(one.secondsToWait(request("POST", "/login", ""))).isBetween(1L, 60L);
    assertThat(passed(one, 3, "GET", "/search", "")).isEqualTo(3);
  }

  @Test
  void forged_tokens_share_the_measure_of_their_address_and_cost_profiles_no_question_each() {
    RateLimits limits = limits();
    int passed = 0;
    try (TestIssuer forger = TestIssuer.start()) {
      for (int i = 0; i < 50; i++) {
        String forged =
            forger.mint(claims -> claims.subject("cli").claim("scope", "operator service"));
        passed += passed(limits, 1, "GET", "/api/v1/listings", forged);
      }
    }
    assertThat(passed).isEqualTo(BY_ADDRESS);
    assertThat(issuer.keyRequests()).isLessThan(25);
  }

  @Test
  void genuine_account_has_a_measure_of_its_own() {
    RateLimits limits = limits();
    assertThat(passed(limits, BY_ADDRESS + 5, "GET", "/api/v1/listings", "")).isEqualTo(BY_ADDRESS);
    assertThat(passed(limits, 5, "GET", "/api/v1/listings", member())).isEqualTo(5);
  }

  private int passed(RateLimits limits, int times, String method, String path, String token) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      passed += limits.secondsToWait(request(method, path, token)) == 0 ? 1 : 0;
    }
    return passed;
  }

  private MockHttpServletRequest request(String method, String path, String token) {
    var request = new MockHttpServletRequest(method, path);
    request.setRemoteAddr(address);
    if (!token.isEmpty()) {
      request.addHeader("Authorization", "Bearer " + token);
    }
    return request;
  }

  private String member() {
    return issuer.token(UUID.randomUUID(), OrganisationKind.SEEKER, MemberRole.ADMIN);
  }

  private RateLimits limits() {
    URI services = URI.create(issuer.url());
    Duration second = Duration.ofSeconds(1);
    var settings =
        new WebSettings(
            services,
            "secret",
            second,
            new WebSettings.Upstream(services, services, services, services, services),
            new WebSettings.Timeouts(second, second, second, second),
            new WebSettings.Limits(BY_ADDRESS, 1000, 1000, LOGINS, 20));
    return new RateLimits(settings, buckets, new Accounts(settings));
  }
}
