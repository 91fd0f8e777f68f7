package dev.musubi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class IdempotencyIT {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static @Nullable ConfigurableApplicationContext context;
  private static Http http = new Http(0);

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Orders.class)
  static class Shop {}

  record Order(@Nullable String what) {}

  record Receipt(UUID id, String what, double price) {}

  @RestController
  static class Orders {
    private final Idempotency idempotency;
    private final JdbcClient jdbc;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch inside = new CountDownLatch(1);

    Orders(Idempotency idempotency, JdbcClient jdbc) {
      this.idempotency = idempotency;
      this.jdbc = jdbc;
    }

    @PostMapping("/api/v1/orders")
    ResponseEntity<Receipt> order(@ApiBody Order order, HttpServletRequest request) {
      return idempotency.once(request, () -> work(order));
    }

    private ResponseEntity<Receipt> work(Order order) {
      UUID id = UUID.randomUUID();
      jdbc.sql("INSERT INTO made VALUES (?)").param(id).update();
      inside.countDown();
      try {
        assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if ("nothing".equals(order.what())) {
        throw new Refusal(HttpStatus.CONFLICT, "sold-out", "problem.status.409.detail");
      }
      return ResponseEntity.status(201)
          .eTag(IfMatch.etag(1))
          .header("Location", "/api/v1/orders/" + id)
          .body(new Receipt(id, String.valueOf(order.what()), 1.50));
    }
  }

  @BeforeAll
  static void start() {
    DatabaseAddress database = EngineKit.shared().postgres("shop");
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Shop.class)
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.default-schema=shop");
    http = new Http(started.getEnvironment().getRequiredProperty("local.server.port", int.class));
    started.getBean(JdbcClient.class).sql("CREATE TABLE made (id uuid PRIMARY KEY)").update();
    context = started;
  }

  @AfterAll
  static void stop() {
    THREADS.shutdown();
    if (context != null) {
      context.close();
    }
  }

  private static <T> T bean(Class<T> type) {
    if (context == null) {
      throw new IllegalStateException("not started");
    }
    return context.getBean(type);
  }

  private static int made() {
    return bean(JdbcClient.class).sql("SELECT count(*) FROM made").query(Integer.class).single();
  }

  private static Http.Answer order(String key, String what) {
    return http.send(
        "POST", "/api/v1/orders", "{\"what\":\"%s\"}".formatted(what), Idempotency.HEADER, key);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  void many_at_once_make_one_and_get_one_answer() {
    int before = made();
    String key = key();
    List<CompletableFuture<Http.Answer>> sent =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> order(key, "tea"), THREADS))
            .toList();
    List<Http.Answer> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(made()).isEqualTo(before + 1);
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(a -> a.response().body()).distinct()).hasSize(1);
    assertThat(answers.stream().map(a -> a.header("Location")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header(Idempotency.REPLAYED).equals("true")))
        .hasSize(7);
  }

  @Test
  void refused_work_leaves_nothing_and_may_be_tried_again() {
    int before = made();
    String key = key();
    assertThat(order(key, "nothing").status()).isEqualTo(409);
    assertThat(order(key, "nothing").status()).isEqualTo(409);
    assertThat(made()).isEqualTo(before);
    assertThat(order(key, "tea").status()).isEqualTo(201);
  }

  @Test
  void work_that_was_cut_off_leaves_nothing_and_is_done_by_the_repetition() throws Exception {
    int before = made();
    String key = key();
    Orders orders = bean(Orders.class);
    orders.gate = new CountDownLatch(1);
    orders.inside = new CountDownLatch(1);
    CompletableFuture<Http.Answer> cutOff =
        CompletableFuture.supplyAsync(() -> order(key, "tea"), THREADS);
    assertThat(orders.inside.await(10, TimeUnit.SECONDS)).isTrue();
    // What kill -9 of the service does to the transaction.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                bean(JdbcClient.class)
                        .sql(
                            """
                            SELECT count(*) FROM (SELECT pg_terminate_backend(pid)
                            FROM pg_stat_activity WHERE state = 'idle in transaction'
                              AND usename = current_user AND pid <> pg_backend_pid()) t
                            """)
                        .query(Integer.class)
                        .single()
                    > 0);
    orders.gate.countDown();
    assertThat(cutOff.get(20, TimeUnit.SECONDS).status()).isIn(500, 503);
    assertThat(made()).isEqualTo(before);
    assertThat(order(key, "tea").status()).isEqualTo(201);
    assertThat(made()).isEqualTo(before + 1);
  }

  @Test
  void key_is_required_and_belongs_to_one_content() {
    assertThat(http.send("POST", "/api/v1/orders", "{}").json().path("type").asString())
        .isEqualTo("urn:musubi:problem:idempotency-key-missing");
    String key = key();
    assertThat(order(key, "tea").status()).isEqualTo(201);
    assertThat(order(key, "coffee").json().path("type").asString())
        .isEqualTo("urn:musubi:problem:idempotency-key-reused");
    assertThat(order("two words", "tea").status()).isEqualTo(400);
    assertThat(order("x".repeat(256), "tea").status()).isEqualTo(400);
  }

  @Test
  void old_keys_are_forgotten() {
    order(key(), "tea");
    IdempotencyKeys keys = bean(IdempotencyKeys.class);
    assertThat(keys.purge(Duration.ofDays(1))).isZero();
    bean(JdbcClient.class)
        .sql("UPDATE idempotency_key SET created_at = now() - interval '3 days'")
        .update();
    assertThat(keys.purge(Duration.ofDays(2))).isPositive();
    assertThat(
            bean(JdbcClient.class)
                .sql("SELECT count(*) FROM idempotency_key")
                .query(Integer.class)
                .single())
        .isZero();
  }
}
