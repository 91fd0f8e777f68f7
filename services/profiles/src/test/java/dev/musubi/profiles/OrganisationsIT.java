package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrganisationsIT {
  private static final String ALL = "/api/v1/organisations";
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  @Test
  void administrator_changes_the_profile_with_the_version_read() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser().with(admin.token());
    String path = ALL + "/" + admin.organisation();
    String tag = browser.get(path).header("ETag");
    Browser.Answer changed =
        browser.json(
            "PATCH",
            path,
            "{\"size\":\"SMALL\",\"smeType\":\"GLOBAL\",\"website\":\"https://example.org/\"}",
            "If-Match",
            tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/smeType")).isEqualTo("GLOBAL");
    assertThat(changed.text("/nameEn")).isEqualTo("Sample");
    assertThat(browser.json("PATCH", path, "{}", "If-Match", tag).status()).isEqualTo(412);
    Browser.Answer wrong =
        browser.json(
            "PATCH", path, "{\"name\":null,\"corporateNumber\":\"1\"}", "If-Match", "\"2\"");
    assertThat(wrong.errors()).containsExactly("/corporateNumber:value", "/name:required");
  }

  @Test
  void one_corporate_number_belongs_to_one_organisation() {
    World.Member first = world.member("SEEKER", "ADMIN");
    World.Member second = world.member("SEEKER", "ADMIN");
    String number = corporateNumber();
    String body = "{\"corporateNumber\":\"%s\"}".formatted(number);
    assertThat(patch(first, body).status()).isEqualTo(200);
    assertThat(patch(second, body).errors()).containsExactly("/corporateNumber:taken");
  }

  private Browser.Answer patch(World.Member admin, String body) {
    return profiles
        .browser()
        .with(admin.token())
        .json("PATCH", ALL + "/" + admin.organisation(), body, "If-Match", "\"1\"");
  }

  private static String corporateNumber() {
    String twelve = String.valueOf(100_000_000_000L + (long) (Math.random() * 800_000_000_000L));
    int sum = 0;
    for (int n = 1; n <= 12; n++) {
      sum += (twelve.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
    }
    return (9 - sum % 9) + twelve;
  }

  @Test
  void strangers_see_owners_but_not_who_looks_for_technology() {
    UUID owner = world.organisation("OWNER");
    UUID seeker = world.organisation("SEEKER");
    assertThat(profiles.browser().get(ALL + "/" + owner).status()).isEqualTo(200);
    assertThat(profiles.browser().get(ALL + "/" + seeker).status()).isEqualTo(404);
    assertThat(profiles.browser().get(ALL + "?kind=SEEKER").json().path("items").size()).isZero();
    World.Member member = world.member("OWNER", "VIEWER");
    assertThat(profiles.browser().with(member.token()).get(ALL + "/" + seeker).status())
        .isEqualTo(200);
  }

  @Test
  void list_is_read_page_by_page_without_gaps() {
    for (int i = 0; i < 3; i++) {
      world.organisation("AGENCY");
    }
    List<String> all = ids(profiles.browser().get(ALL + "?kind=AGENCY&limit=100").json());
    java.util.ArrayList<String> paged = new java.util.ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = profiles.browser().get(ALL + "?kind=AGENCY&limit=1&cursor=" + cursor).json();
      paged.addAll(ids(page));
      cursor = page.path("next").isNull() ? "" : page.path("next").asString();
    } while (!cursor.isEmpty());
    assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(3);
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
  }

  @Test
  void member_is_invited_joins_gets_a_role_and_leaves_a_trail() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser().with(admin.token());
    String members = ALL + "/" + admin.organisation() + "/members";
    String email = "i" + UUID.randomUUID() + "@example.org";
    Browser.Answer invited =
        browser.create(members, "{\"email\":\"%s\",\"role\":\"EDITOR\"}".formatted(email));
    assertThat(invited.status()).isEqualTo(202);
    String token = new Mailbox(profiles, email).token("からの招待");
    Browser.Answer joined =
        profiles
            .browser()
            .json(
                "POST",
                "/api/v1/accounts/invitations/acceptances",
                "{\"token\":\"%s\",\"name\":\"招待 された\",\"password\":\"%s\"}"
                    .formatted(token, World.PASSWORD));
    String path = members + "/" + joined.text("/account");
    String tag = browser.get(path).header("ETag");
    assertThat(browser.json("PATCH", path, "{\"role\":\"VIEWER\"}", "If-Match", tag).text("/role"))
        .isEqualTo("VIEWER");
    assertThat(browser.json("DELETE", path, null).status()).isEqualTo(204);
    JsonNode audit = browser.get(ALL + "/" + admin.organisation() + "/audit").json();
    assertThat(audit.valueStream().map(entry -> entry.path("action").asString()))
        .contains("member.invited", "member.joined", "member.role-changed", "member.removed");
    assertThat(audit.toString()).doesNotContain(email, "招待 された");
  }

  @Test
  void last_administrator_stays() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser().with(admin.token());
    String account = World.claims(admin.token()).path("sub").asString();
    String path = ALL + "/" + admin.organisation() + "/members/" + account;
    assertThat(
            browser.json("PATCH", path, "{\"role\":\"VIEWER\"}", "If-Match", "\"1\"").text("/type"))
        .isEqualTo("urn:musubi:problem:last-administrator");
    assertThat(browser.json("DELETE", path, null).status()).isEqualTo(409);
  }

  @Test
  void program_of_an_organisation_uses_the_api_with_its_own_client() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser().with(admin.token());
    String clients = ALL + "/" + admin.organisation() + "/clients";
    Browser.Answer issued =
        browser.json("POST", clients, "{\"name\":\"社内連携\",\"role\":\"EDITOR\"}");
    assertThat(issued.status()).isEqualTo(201);
    String id = issued.text("/id");
    String secret = issued.text("/secret");
    assertThat(browser.get(clients).body()).contains(id).doesNotContain(secret);
    String token = world.clientToken(id, secret);
    assertThat(World.claims(token).path("org").asString())
        .isEqualTo(admin.organisation().toString());
    Browser program = profiles.browser().with(token);
    assertThat(program.create("/api/v1/needs", "{\"title\":\"題\"}").status()).isEqualTo(201);
    assertThat(program.json("POST", clients, "{\"name\":\"x\",\"role\":\"EDITOR\"}").status())
        .isEqualTo(403);
    assertThat(browser.json("DELETE", clients + "/" + id, null).status()).isEqualTo(204);
    assertThat(world.clientAnswer(id, secret).status()).isEqualTo(401);
  }

  @Test
  void viewing_client_cannot_write() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser.Answer issued =
        profiles
            .browser()
            .with(admin.token())
            .json(
                "POST",
                ALL + "/" + admin.organisation() + "/clients",
                "{\"name\":\"閲覧\",\"role\":\"VIEWER\"}");
    String token = world.clientToken(issued.text("/id"), issued.text("/secret"));
    Browser program = profiles.browser().with(token);
    assertThat(program.get("/api/v1/needs").status()).isEqualTo(200);
    assertThat(program.create("/api/v1/needs", "{\"title\":\"題\"}").status()).isEqualTo(403);
  }
}
