package dev.musubi.notifications;

import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.application.TellMatches;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.api.ApiClient;
import dev.musubi.testkit.api.ApiUnderTest;
import dev.musubi.testkit.api.ServiceContract;
import dev.musubi.testkit.identity.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What holds for every endpoint of notifications. */
class ApiIT implements ServiceContract {
  private static final UUID FIRM = Ids.next();
  private static final World WORLD =
      new World()
          .withoutKafka()
          .with("musubi.notifications.webhook.plain-http", "true")
          .with("musubi.notifications.webhook.allowed-networks", "127.0.0.0/8")
          .with("musubi.notifications.webhook.most", "1000")
          .with("musubi.notifications.stream.per-account", "1000");
  private static ApiUnderTest api;

  @BeforeAll
  static void start() {
    Instance service = WORLD.start();
    NeedState need = States.need(FIRM, Frequency.NEVER, 0);
    service.hand(TellMatches.class, tell -> tell.need(need));
    service.hand(
        TellMatches.class,
        tell -> tell.match(States.match(need, Ids.next(), FoundBy.LISTING, true)));
    TestIssuer issuer = TestIssuer.shared();
    String member = issuer.token(FIRM, OrganisationKind.SEEKER, MemberRole.ADMIN);
    ApiClient firm = ApiClient.at(service.url()).with(member);
    String alert = firm.get("/api/v1/alerts").text("/items/0/id");
    api =
        ApiUnderTest.of("notifications", service.context(), service.url(), member)
            .object("/api/v1/alerts/{id}", "/api/v1/alerts/" + alert)
            .object("/api/v1/webhooks/{id}", () -> webhook(firm))
            .object("/api/v1/subscriptions/tokens/{token}", "/api/v1/subscriptions/tokens/unknown")
            .body("POST /api/v1/webhooks", "{\"url\":\"http://127.0.0.1:9/hook\"}")
            .body("PATCH /api/v1/webhooks/{id}", "{\"events\":[]}")
            .body("POST /api/v1/alerts/read", "{\"seq\":0}")
            .body(
                "PUT /api/v1/alerts/preferences",
                "{\"matchMails\":true,\"digestMails\":true,\"dealMails\":true}")
            .body("POST /api/v1/subscriptions/confirmations", "{\"token\":\"unknown\"}")
            .body("POST /api/v1/subscriptions/unsubscriptions", "{\"token\":\"unknown\"}")
            .inner(issuer.operatorToken())
            .personal(
                "POST /api/v1/alerts/read",
                "POST /api/v1/alerts/{id}/read",
                "PUT /api/v1/alerts/preferences")
            .open(
                "GET /api/v1/subscriptions/form",
                "POST /api/v1/subscriptions",
                "POST /api/v1/subscriptions/confirmations",
                "POST /api/v1/subscriptions/unsubscriptions",
                "GET /api/v1/subscriptions/tokens/{token}",
                "PUT /api/v1/subscriptions/tokens/{token}");
  }

  private static String webhook(ApiClient firm) {
    String made =
        firm.post("/api/v1/webhooks", "{\"url\":\"http://127.0.0.1:9/hook\"}").header("Location");
    if (made.isEmpty()) {
      throw new IllegalStateException("no webhook was made");
    }
    return made;
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
    return FIRM;
  }

  @Override
  public OrganisationKind kind() {
    return OrganisationKind.SEEKER;
  }
}
