package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of tokens that are out when access is taken away: nothing new is given from that
 * moment, and what is out ends by itself. The other services verify a token without asking, so they
 * take it until then, and no longer ({@code WalkContract}: expired tokens open nothing anywhere).
 */
class RevocationIT {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  @Test
  void whatever_opens_the_api_ends_by_itself_within_ten_minutes() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser.Answer issued = issue(admin);
    for (String token :
        List.of(
            admin.token(),
            world.clientToken(issued.text("/id"), issued.text("/secret")),
            world.operator())) {
      JsonNode claims = World.claims(token);
      long life = claims.path("exp").asLong(0) - claims.path("iat").asLong(0);
      assertThat(life).isPositive().isLessThanOrEqualTo(LONGEST.toSeconds());
    }
  }

  @Test
  void withdrawn_client_gets_nothing_new_from_that_moment() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser.Answer issued = issue(admin);
    String id = issued.text("/id");
    assertThat(world.clientAnswer(id, issued.text("/secret")).status()).isEqualTo(200);
    String path = clients(admin) + "/" + id;
    assertThat(profiles.browser().with(admin.token()).json("DELETE", path, null).status())
        .isEqualTo(204);
    assertThat(world.clientAnswer(id, issued.text("/secret")).status()).isEqualTo(401);
  }

  @Test
  void member_who_was_removed_gets_no_token_by_a_session_or_a_refresh_token_of_before() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    World.Member member = world.member(admin.organisation(), "EDITOR");
    Browser browser = profiles.browser();
    JsonNode tokens =
        world.exchange(browser, world.code(browser, member.email(), World.PASSWORD)).json();
    String account = World.claims(member.token()).path("sub").asString();
    String path = "/api/v1/organisations/" + admin.organisation() + "/members/" + account;
    assertThat(profiles.browser().with(admin.token()).json("DELETE", path, null).status())
        .isEqualTo(204);
    Browser.Answer renewed =
        browser.form(
            "/oauth2/token",
            "grant_type=refresh_token&refresh_token="
                + Browser.encode(tokens.path("refresh_token").asString()),
            "Authorization",
            World.basic());
    assertThat(renewed.status()).isEqualTo(400);
    assertThat(renewed.body()).doesNotContain("access_token");
  }

  private Browser.Answer issue(World.Member admin) {
    return profiles
        .browser()
        .with(admin.token())
        .json("POST", clients(admin), "{\"name\":\"社内連携\",\"role\":\"EDITOR\"}");
  }

  private static String clients(World.Member admin) {
    return "/api/v1/organisations/" + admin.organisation() + "/clients";
  }
}
