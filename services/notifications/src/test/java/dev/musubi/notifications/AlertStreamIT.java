package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.application.TellMatches;
import dev.musubi.notifications.stream.AlertStreams;
import dev.musubi.notifications.world.Http;
import dev.musubi.notifications.world.Http.Answer;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts in open pages of two instances. */
final class AlertStreamIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ALERTS = "/api/v1/alerts";
  private static final World WORLD =
      new World()
          .withoutKafka()
          .with("musubi.notifications.stream.poll", "1h")
          .with("musubi.notifications.stream.heartbeat", "1s")
          .with("musubi.notifications.stream.per-account", "3");
  private static Instance one;
  private static Instance two;

  @BeforeAll
  static void start() {
    one = WORLD.start();
    two = WORLD.start();
    // Signals go over Redis from the moment that both have connected.
    one.part(dev.musubi.notifications.stream.RedisSignals.class).connect();
    two.part(dev.musubi.notifications.stream.RedisSignals.class).connect();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void alert_that_one_instance_writes_arrives_in_a_page_of_the_other() {
    Firm firm = new Firm();
    try (Page page = new Page(two, firm.token(), null)) {
      page.expect("ready", 1);
      alert(one, firm);
      String alert = page.expect("alert", 1).getFirst();
      assertThat(alert).contains("id:1", "「黒いプラスチックを分けたい」に合いそうな特許が公開されました");
      assertThat(alert).contains("\"reasons\":[\"ご要望の「黒い」が");
      alert(two, firm);
      page.expect("alert", 2);
    }
  }

  @Test
  void page_that_comes_back_gets_what_it_missed_from_the_other_instance() {
    Firm firm = new Firm();
    alert(one, firm);
    try (Page page = new Page(one, firm.token(), "0")) {
      page.expect("alert", 1);
    }
    alert(one, firm);
    alert(two, firm);
    try (Page page = new Page(two, firm.token(), "1")) {
      assertThat(page.ids(2)).containsExactly(2L, 3L);
    }
  }

  @Test
  void nothing_is_lost_or_doubled_while_pages_come_and_go_and_both_instances_write() {
    Firm firm = new Firm();
    int total = 60;
    List<Long> seen = new ArrayList<>();
    try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Instance instance : List.of(one, two)) {
        writer.execute(() -> IntStream.range(0, total / 2).forEach(n -> alert(instance, firm)));
      }
      String last = "0";
      Instance at = one;
      while (seen.size() < total) {
        try (Page page = new Page(at, firm.token(), last)) {
          List<Long> ids = page.ids(1);
          seen.addAll(ids);
          last = Long.toString(seen.getLast());
        }
        at = at == one ? two : one;
      }
    }
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, total).boxed().toList());
  }

  @Test
  void first_stream_begins_after_what_the_list_showed() {
    Firm firm = new Firm();
    alert(one, firm);
    Answer list = new Http(one, firm.token()).get(ALERTS);
    assertThat(list.json().path("latest").asLong()).isEqualTo(1);
    alert(one, firm);
    try (Page page = new Page(one, firm.token(), null, "?after=1")) {
      assertThat(page.ids(1)).containsExactly(2L);
    }
  }

  @Test
  void quiet_stream_shows_that_it_lives() {
    Firm firm = new Firm();
    try (Page page = new Page(one, firm.token(), null)) {
      await().atMost(PATIENCE).until(() -> page.lines().stream().filter(":"::equals).count() >= 2);
    }
  }

  @Test
  void stream_ends_with_its_access_token() {
    Firm firm = new Firm();
    String token =
        TestIssuer.shared()
            .mint(
                claims ->
                    claims
                        .subject(UUID.randomUUID().toString())
                        .claim("org", firm.id().toString())
                        .claim("org_kind", OrganisationKind.SEEKER.name())
                        .claim("role", MemberRole.VIEWER.name())
                        .claim("scope", List.of("read"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(3))));
    try (Page page = new Page(one, token, null)) {
      page.expect("expired", 1);
      await().atMost(PATIENCE).until(page::hasEnded);
    }
  }

  @Test
  void account_holds_a_few_streams_and_not_more() {
    Firm firm = new Firm();
    List<Page> pages = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Page page = new Page(one, firm.token(), null);
      page.expect("ready", 1);
      pages.add(page);
    }
    Answer fourth = new Http(one, firm.token()).get(ALERTS + "/stream");
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.header("Retry-After")).isEqualTo("30");
    pages.forEach(Page::close);
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(it -> "status 429".equals(it.getMessage()))
        .untilAsserted(
            () -> {
              try (Page again = new Page(one, firm.token(), null)) {
                again.expect("ready", 1);
              }
            });
  }

  @Test
  void no_organisation_sees_alerts_of_another() {
    Firm firm = new Firm();
    Firm other = new Firm();
    alert(one, firm);
    Http stranger = new Http(one, other.token());
    assertThat(stranger.get(ALERTS).json().path("items").size()).isZero();
    String id = new Http(one, firm.token()).get(ALERTS).json().at("/items/0/id").stringValue();
    assertThat(stranger.post(ALERTS + "/" + id + "/read", "").status()).isEqualTo(404);
    assertThat(new Http(one, null).get(ALERTS).status()).isEqualTo(401);
    assertThat(new Http(one, null).get(ALERTS + "/stream").status()).isEqualTo(401);
    assertThat(new Http(one, TestIssuer.shared().serviceToken("web")).get(ALERTS).status())
        .isEqualTo(404);
  }

  @Test
  void each_account_has_its_own_marks_of_what_was_read() {
    Firm firm = new Firm();
    IntStream.range(0, 3).forEach(n -> alert(one, firm));
    Http reader = new Http(one, firm.token());
    Answer list = reader.get(ALERTS + "?limit=2");
    assertThat(list.json().path("unread").asLong()).isEqualTo(3);
    assertThat(list.json().path("items").size()).isEqualTo(2);
    assertThat(list.json().at("/items/0/seq").asLong()).isEqualTo(3);
    Answer rest = reader.get(ALERTS + "?cursor=" + list.json().path("next").stringValue());
    assertThat(rest.json().at("/items/0/seq").asLong()).isEqualTo(1);

    String id = list.json().at("/items/0/id").stringValue();
    assertThat(reader.post(ALERTS + "/" + id + "/read", "").status()).isEqualTo(204);
    assertThat(reader.get(ALERTS).json().path("unread").asLong()).isEqualTo(2);
    assertThat(reader.post(ALERTS + "/read", "{\"seq\":3}").status()).isEqualTo(204);
    assertThat(reader.get(ALERTS).json().path("unread").asLong()).isZero();
    assertThat(
            new Http(one, firm.token(UUID.randomUUID())).get(ALERTS).json().path("unread").asLong())
        .isEqualTo(3);
  }

  @Test
  void choice_of_mails_is_kept_under_its_version() {
    Http reader = new Http(one, new Firm().token());
    Answer first = reader.get(ALERTS + "/preferences");
    assertThat(first.header("ETag")).isEqualTo("\"0\"");
    String none = "{\"matchMails\":false,\"digestMails\":true,\"dealMails\":true}";
    assertThat(reader.change("PUT", ALERTS + "/preferences", 0, none).header("ETag"))
        .isEqualTo("\"1\"");
    assertThat(reader.change("PUT", ALERTS + "/preferences", 0, none).status()).isEqualTo(412);
    assertThat(reader.put(ALERTS + "/preferences", none).status()).isEqualTo(428);
    assertThat(reader.get(ALERTS + "/preferences").json().path("matchMails").asBoolean(true))
        .isFalse();
  }

  @Test
  void streams_are_gone_from_the_books_when_their_pages_are() {
    Firm firm = new Firm();
    int before = two.part(AlertStreams.class).size();
    Page page = new Page(two, firm.token(), null);
    page.expect("ready", 1);
    assertThat(two.part(AlertStreams.class).size()).isEqualTo(before + 1);
    page.close();
    await().atMost(PATIENCE).until(() -> two.part(AlertStreams.class).size() == before);
  }

  private static void alert(Instance instance, Firm firm) {
    NeedState need = firm.need();
    instance.hand(TellMatches.class, tell -> tell.need(need));
    instance.hand(
        TellMatches.class,
        tell -> tell.match(States.match(need, Ids.next(), FoundBy.LISTING, true)));
  }

  private record Firm(UUID id, String token, NeedState need) {
    Firm() {
      this(Ids.next());
    }

    private Firm(UUID id) {
      this(id, mint(id, UUID.randomUUID()), States.need(id, Frequency.NEVER, 0));
    }

    String token(UUID account) {
      return mint(id, account);
    }

    private static String mint(UUID organisation, UUID account) {
      return TestIssuer.shared()
          .token(account, organisation, OrganisationKind.SEEKER, MemberRole.EDITOR);
    }
  }
}
