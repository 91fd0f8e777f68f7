package dev.musubi.listings;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.api.ApiUnderTest;
import dev.musubi.testkit.api.ServiceContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What holds for every endpoint of listings. */
class ApiIT extends ServiceTest implements ServiceContract {
  @Autowired private ApplicationContext context;
  private UUID owner = new UUID(0, 0);
  private ApiUnderTest api = ApiUnderTest.none();

  @BeforeEach
  void setUp() {
    owner = organisation("みなと大学");
    Client office = editor(owner);
    String listing =
        "/api/v1/listings/" + office.create("/api/v1/listings", Samples.complete()).id();
    byte[] line = "{\"title\":\"試作の選別機\"}".getBytes(StandardCharsets.UTF_8);
    String run =
        office.upload("/api/v1/listings/imports", "one.jsonl", line, Map.of("format", "auto")).id();
    api =
        ApiUnderTest.of(
                "listings",
                context,
                base(),
                ISSUER.token(owner, OrganisationKind.OWNER, MemberRole.ADMIN))
            .object("/api/v1/listings/{id}", listing)
            .object("/api/v1/listings/imports/{id}", "/api/v1/listings/imports/" + run)
            .object("/api/v1/listings/{id}/consents/{ownerIndex}", listing + "/consents/0")
            .body("POST /api/v1/listings", Samples.complete())
            .body("POST /api/v1/listings/{id}/withdraw", "{\"reason\":\"x\"}")
            .body("PUT /api/v1/listings/{id}/consents/{ownerIndex}", "{\"answer\":\"GIVEN\"}")
            .body("PUT /api/v1/listings/{id}/protection/consent", "{\"answer\":\"GIVEN\"}")
            .personal("POST /api/v1/listings/quality")
            .inner(ISSUER.operatorToken())
            .open(
                "GET /api/v1/listings/{id}",
                "GET /api/v1/listings/{id}/documents",
                "GET /api/v1/listings/{id}/documents/{document}");
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
