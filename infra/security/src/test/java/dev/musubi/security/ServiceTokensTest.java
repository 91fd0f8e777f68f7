package dev.musubi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.testkit.identity.TestIssuer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class ServiceTokensTest {
  private final TestIssuer issuer = TestIssuer.start();
  private final SlowClock clock = new SlowClock();
  private final ServiceTokens tokens =
      new ServiceTokens(
          RestClient.create(),
          () ->
              new ServiceTokens.Credentials(
                  URI.create(issuer.url() + "/oauth2/token"), "service-things", "secret"),
          clock);

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void one_token_is_fetched_for_many_who_ask_at_once() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> askers =
          IntStream.range(0, 20).mapToObj(_ -> threads.submit(tokens::get)).toList();
      await().atMost(Duration.ofSeconds(20)).until(() -> askers.stream().allMatch(Future::isDone));
      assertThat(askers.stream().map(Future::resultNow).distinct()).hasSize(1);
    }
    assertThat(issuer.tokenRequests()).isEqualTo(1);
  }

  @Test
  void token_is_renewed_before_it_ends() {
    String first = tokens.get();
    clock.now = clock.now.plus(Duration.ofMinutes(3));
    assertThat(tokens.get()).isEqualTo(first);
    clock.now = clock.now.plus(Duration.ofMinutes(1)).plusSeconds(1);
    assertThat(tokens.get()).isNotEqualTo(first);
    assertThat(issuer.tokenRequests()).isEqualTo(2);
  }

  @Test
  void token_that_was_not_accepted_is_not_used_again() {
    String first = tokens.get();
    tokens.reject(first);
    assertThat(tokens.get()).isNotEqualTo(first);
    tokens.reject(first);
    assertThat(issuer.tokenRequests()).isEqualTo(2);
    tokens.get();
    assertThat(issuer.tokenRequests()).isEqualTo(2);
  }

  private static final class SlowClock extends Clock {
    private Instant now = Instant.now();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
