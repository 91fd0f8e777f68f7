package dev.musubi.matching;

import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.api.ApiUnderTest;
import dev.musubi.testkit.api.ServiceContract;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What holds for every endpoint of matching. */
class ApiIT implements ServiceContract {
  private static final World WORLD = new World().withoutKafka();
  private static ApiUnderTest api;

  @BeforeAll
  static void start() {
    Instance service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
    var listing = States.listing("廃プラスチックを近赤外線で選別する装置", "黒い樹脂を見分けられない。");
    var need = States.need("混ざった廃プラスチックを分けたい", "黒い樹脂も選別したい。");
    service.take(listing);
    service.take(need);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.standing(need.id()).contains(listing.id()));
    UUID match = service.database().sql("SELECT id FROM match").query(UUID.class).single();
    TestIssuer issuer = TestIssuer.shared();
    api =
        ApiUnderTest.of(
                "matching",
                service.context(),
                service.url(),
                issuer.token(States.FIRM, OrganisationKind.SEEKER, MemberRole.ADMIN))
            .object("/api/v1/needs/{id}", "/api/v1/needs/" + need.id())
            .object("/api/v1/listings/{id}", "/api/v1/listings/" + listing.id())
            .object("/api/v1/search/listings/{id}", "/api/v1/search/listings/" + listing.id())
            .object("/api/v1/matches/{id}", "/api/v1/matches/" + match)
            .body("POST /api/v1/matches/{id}/feedback", "{\"answer\":\"LATER\"}")
            .body("POST /api/v1/search/listings", "{\"q\":\"樹脂\"}")
            .body("POST /api/v1/search/alert-preview", "{\"text\":\"樹脂\",\"budgetPerWeek\":5}")
            .caller(
                "GET /api/v1/listings/{id}/matches",
                issuer.token(States.OWNER, OrganisationKind.OWNER, MemberRole.ADMIN))
            .body(
                "POST /internal/known-patents",
                "{\"patents\":[{\"number\":\"特許第6100002号\",\"title\":\"膜\",\"ipc\":[\"B07C5/342\"]}]}")
            .inner(issuer.operatorToken())
            .open(
                "GET /api/v1/landscape",
                "GET /api/v1/search/listings",
                "GET /api/v1/search/listings/{id}/near",
                "POST /api/v1/search/listings",
                "POST /api/v1/search/alert-preview");
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Override
  public ApiUnderTest api() {
    return api;
  }

  @Override
  public UUID organisation() {
    return States.FIRM;
  }

  @Override
  public OrganisationKind kind() {
    return OrganisationKind.SEEKER;
  }
}
