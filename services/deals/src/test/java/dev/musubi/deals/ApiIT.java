package dev.musubi.deals;

import dev.musubi.deals.world.Instance;
import dev.musubi.deals.world.Scene;
import dev.musubi.deals.world.World;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.NeedState.Visibility;
import dev.musubi.testkit.api.ApiUnderTest;
import dev.musubi.testkit.api.ServiceContract;
import dev.musubi.testkit.identity.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What holds for every endpoint of deals. */
class ApiIT implements ServiceContract {
  private static final World WORLD = new World().withoutKafka();
  private static ApiUnderTest api;
  private static UUID owner;

  @BeforeAll
  static void start() {
    Instance service = WORLD.start();
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    owner = scene.owner();
    String firm =
        TestIssuer.shared().token(scene.firm(), OrganisationKind.SEEKER, MemberRole.ADMIN);
    api =
        ApiUnderTest.of(
                "deals",
                service.context(),
                service.url(),
                TestIssuer.shared().token(owner, OrganisationKind.OWNER, MemberRole.ADMIN))
            .object("/api/v1/deals/{id}", "/api/v1/deals/" + scene.asked())
            .body("POST /api/v1/deals", scene.inquiry())
            .body("POST /api/v1/deals/{id}/answer", "{\"answer\":\"accept\"}")
            .body("POST /api/v1/deals/{id}/messages", "{\"message\":\"x\"}")
            .caller("POST /api/v1/deals", firm)
            .caller("POST /api/v1/deals/{id}/withdraw", firm)
            .inner(TestIssuer.shared().operatorToken());
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
    return owner;
  }

  @Override
  public OrganisationKind kind() {
    return OrganisationKind.OWNER;
  }
}
