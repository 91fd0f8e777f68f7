package dev.musubi.profiles;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.api.AddressContract;
import dev.musubi.testkit.api.ApiUnderTest;
import dev.musubi.testkit.api.Endpoint;
import dev.musubi.testkit.api.InputContract;
import dev.musubi.testkit.api.OpenApiContract;
import dev.musubi.testkit.api.TokenContract;
import dev.musubi.testkit.api.WalkContract;
import dev.musubi.testkit.identity.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** What holds for every endpoint of profiles; who may what is walked in {@link EndpointsIT}. */
class ApiIT
    implements TokenContract, WalkContract, InputContract, AddressContract, OpenApiContract {
  private static ApiUnderTest api = ApiUnderTest.none();

  @BeforeAll
  static void start() {
    RunningProfiles profiles = RunningProfiles.shared();
    World world = new World(profiles);
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser own = profiles.browser().with(admin.token());
    String organisation = "/api/v1/organisations/" + admin.organisation();
    String account = World.claims(admin.token()).path("sub").asString();
    api =
        ApiUnderTest.of("profiles", profiles.context(), profiles.url(), admin.token())
            .object("/api/v1/organisations/{id}", organisation)
            .object("/api/v1/organisations/{organisation}", organisation)
            .object(
                "/api/v1/organisations/{organisation}/members/{account}",
                organisation + "/members/" + account)
            .object(
                "/api/v1/needs/{id}",
                () ->
                    "/api/v1/needs/"
                        + own.create("/api/v1/needs", "{\"title\":\"題\",\"text\":\"文\"}")
                            .text("/id"))
            .body("POST /api/v1/needs", "{\"title\":\"題\",\"text\":\"文\"}")
            .inner(world.operator())
            .open(
                "GET /api/v1/organisations",
                "GET /api/v1/organisations/{id}",
                "POST /api/v1/organisations",
                "POST /api/v1/accounts/confirmations",
                "POST /api/v1/accounts/invitations/acceptances",
                "POST /api/v1/accounts/password-resets",
                "POST /api/v1/accounts/password-resets/confirmations");
  }

  @Override
  public ApiUnderTest api() {
    return api;
  }

  @Override
  public String outsider(OrganisationKind kind, MemberRole role) {
    return new World(RunningProfiles.shared()).member(kind.name(), role.name()).token();
  }

  @Override
  public boolean isForWhoRunsTheInstallation(Endpoint endpoint) {
    return endpoint.isForAdministrators()
        || endpoint.toString().equals("DELETE /api/v1/organisations/{id}");
  }

  /** Right in everything but the issuer, whose key nobody here knows. */
  @Override
  public Map<String, String> furtherBadTokens() {
    return TestIssuer.shared().outdatedAndForeign();
  }
}
