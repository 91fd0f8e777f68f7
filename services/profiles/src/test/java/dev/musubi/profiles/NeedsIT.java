package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NeedsIT {
  private static final String NEEDS = "/api/v1/needs";
  private static final String INPUT =
      """
      {"lang":"ja","title":"廃プラスチックの選別","text":"異物を光で見分けたい。","visibility":"ANONYMOUS",
       "elements":{"material":["廃プラスチック"],"application":["選別"]},
       "constraints":{"licenceKinds":["NON_EXCLUSIVE"],"prefectures":["27"],"trlMin":4},
       "wants":["LICENCE","JOINT_RESEARCH"],"alerts":{"frequency":"DAILY","budgetPerWeek":5}}
      """;

  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  @Test
  void need_is_written_activated_paused_and_closed() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    Browser browser = profiles.browser().with(firm.token());
    Browser.Answer created = browser.create(NEEDS, INPUT);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.text("/state")).isEqualTo("DRAFT");
    String path = created.header("Location");
    assertThat(browser.json("POST", path + "/activate", null).status()).isEqualTo(428);
    Browser.Answer active = browser.json("POST", path + "/activate", null, "If-Match", "\"1\"");
    assertThat(active.status()).isEqualTo(200);
    assertThat(active.text("/state")).isEqualTo("ACTIVE");
    assertThat(browser.json("POST", path + "/pause", null, "If-Match", "\"1\"").status())
        .isEqualTo(412);
    assertThat(browser.json("POST", path + "/pause", null, "If-Match", "\"2\"").text("/state"))
        .isEqualTo("PAUSED");
    assertThat(browser.json("POST", path + "/close", null, "If-Match", "\"3\"").text("/state"))
        .isEqualTo("CLOSED");
    Browser.Answer again = browser.json("POST", path + "/activate", null, "If-Match", "\"4\"");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/type")).isEqualTo("urn:musubi:problem:need-state");
  }

  @Test
  void patch_changes_only_what_it_names() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    Browser browser = profiles.browser().with(firm.token());
    String path = browser.create(NEEDS, INPUT).header("Location");
    Browser.Answer changed =
        browser.json(
            "PATCH",
            path,
            "{\"title\":\"別の題\",\"constraints\":{\"trlMin\":null}}",
            "If-Match",
            "\"1\"");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/title")).isEqualTo("別の題");
    assertThat(changed.text("/elements/material/0")).isEqualTo("廃プラスチック");
    assertThat(changed.json().at("/constraints/trlMin").isNull()).isTrue();
    assertThat(changed.text("/constraints/prefectures/0")).isEqualTo("27");
  }

  @Test
  void every_wrong_field_of_a_need_is_told_at_once() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    Browser.Answer answer =
        profiles
            .browser()
            .with(firm.token())
            .create(
                NEEDS,
                """
                {"lang":"fr","title":" ","text":5,"visibility":"SECRET","colour":1,
                 "elements":{"material":["",7]},
                 "constraints":{"licenceKinds":["GIFT"],"prefectures":["99"],"trlMin":12,"ipc":["X1"]},
                 "wants":["MONEY"],"alerts":{"budgetPerWeek":-1}}
                """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors())
        .contains(
            "/alerts/budgetPerWeek:range",
            "/alerts/frequency:required",
            "/colour:unknown",
            "/constraints/ipc/0:format",
            "/constraints/licenceKinds/0:value",
            "/constraints/prefectures/0:value",
            "/constraints/trlMin:range",
            "/elements/material/0:required",
            "/elements/material/1:type",
            "/lang:format",
            "/text:type",
            "/title:required",
            "/visibility:value",
            "/wants/0:value");
  }

  @Test
  void the_same_request_twice_at_once_makes_one_need() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    String key = UUID.randomUUID().toString();
    List<Browser.Answer> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Browser browser = profiles.browser().with(firm.token());
      List<CompletableFuture<Browser.Answer>> sent =
          IntStream.range(0, 6)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> browser.json("POST", NEEDS, INPUT, "Idempotency-Key", key),
                          threads))
              .toList();
      answers = sent.stream().map(CompletableFuture::join).toList();
    }
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(Browser.Answer::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(a -> a.header("ETag")).distinct()).containsExactly("\"1\"");
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed").isEmpty())).hasSize(1);
    JsonNode own = profiles.browser().with(firm.token()).get(NEEDS).json();
    assertThat(own.path("items").size()).isEqualTo(1);
    Browser.Answer other =
        profiles
            .browser()
            .with(firm.token())
            .json("POST", NEEDS, "{\"title\":\"x\"}", "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/type")).isEqualTo("urn:musubi:problem:idempotency-key-reused");
    assertThat(profiles.browser().with(firm.token()).json("POST", NEEDS, INPUT).status())
        .isEqualTo(400);
  }

  @Test
  void foreign_needs_do_not_exist_unless_public() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    World.Member stranger = world.member("OWNER", "ADMIN");
    Browser own = profiles.browser().with(firm.token());
    String path = own.create(NEEDS, INPUT).header("Location");
    own.json("POST", path + "/activate", null, "If-Match", "\"1\"");
    Browser foreign = profiles.browser().with(stranger.token());
    assertThat(foreign.get(path).status()).isEqualTo(404);
    assertThat(foreign.json("DELETE", path, null, "If-Match", "\"2\"").status()).isEqualTo(404);
    own.json("PATCH", path, "{\"visibility\":\"PUBLIC\"}", "If-Match", "\"2\"");
    assertThat(foreign.get(path).status()).isEqualTo(200);
    assertThat(foreign.json("PATCH", path, "{}", "If-Match", "\"3\"").status()).isEqualTo(403);
    assertThat(profiles.browser().get(path).status()).isEqualTo(401);
  }

  @Test
  void viewer_reads_but_does_not_write() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    World.Member viewer = world.member(firm.organisation(), "VIEWER");
    String path = profiles.browser().with(firm.token()).create(NEEDS, INPUT).header("Location");
    Browser browser = profiles.browser().with(viewer.token());
    assertThat(browser.get(path).status()).isEqualTo(200);
    assertThat(browser.create(NEEDS, INPUT).status()).isEqualTo(403);
    assertThat(browser.json("PATCH", path, "{}", "If-Match", "\"1\"").status()).isEqualTo(403);
  }

  @Test
  void broker_sees_and_edits_needs_by_mandate_but_not_private_ones() {
    World.Member firm = world.member("SEEKER", "ADMIN");
    World.Member broker = world.member("BROKER", "EDITOR");
    Browser own = profiles.browser().with(firm.token());
    Browser other = profiles.browser().with(broker.token());
    String open = own.create(NEEDS, INPUT).header("Location");
    String hidden = own.create(NEEDS, INPUT.replace("ANONYMOUS", "PRIVATE")).header("Location");
    assertThat(other.get(open).status()).isEqualTo(404);
    Browser.Answer granted =
        own.create("/api/v1/mandates", "{\"broker\":\"%s\"}".formatted(broker.organisation()));
    assertThat(granted.status()).isEqualTo(201);
    assertThat(other.get(open).status()).isEqualTo(200);
    assertThat(other.get(hidden).status()).isEqualTo(404);
    assertThat(other.json("PATCH", open, "{\"title\":\"直した題\"}", "If-Match", "\"1\"").status())
        .isEqualTo(200);
    Browser.Answer written = other.create(NEEDS + "?organisation=" + firm.organisation(), INPUT);
    assertThat(written.text("/organisationId")).isEqualTo(firm.organisation().toString());
    assertThat(other.get(NEEDS).json().path("items").size()).isEqualTo(2);
    assertThat(own.json("DELETE", granted.header("Location"), null).status()).isEqualTo(204);
    assertThat(other.get(open).status()).isEqualTo(404);
  }
}
