package dev.musubi.listings;

import dev.musubi.listings.application.Organisations;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real engines, started once for all tests. */
@SpringBootTest(
    classes = ListingsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {
  private static final DatabaseAddress DATABASE = EngineKit.shared().postgres("listings");
  protected static final TestIssuer ISSUER = TestIssuer.shared();

  @Autowired protected JdbcClient jdbc;
  @Autowired protected Organisations organisations;

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void environment(DynamicPropertyRegistry registry) {
    registry.add("SERVER_PORT", () -> 0);
    registry.add("MUSUBI_DATABASE_URL", DATABASE::url);
    registry.add("MUSUBI_DATABASE_USER", DATABASE::user);
    registry.add("MUSUBI_DATABASE_PASSWORD", DATABASE::password);
    registry.add("MUSUBI_KAFKA", () -> EngineKit.shared().kafka());
    registry.add("MUSUBI_TURN_CRON", () -> "-");
    registry.add("MUSUBI_TURN_AFTER_START", () -> "10h");
    ISSUER.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  /** A member of an organisation. */
  protected Client member(UUID organisation, OrganisationKind kind, MemberRole role) {
    return new Client(base(), ISSUER.token(organisation, kind, role));
  }

  protected Client editor(UUID organisation) {
    return member(organisation, OrganisationKind.OWNER, MemberRole.EDITOR);
  }

  protected Client anybody() {
    return new Client(base(), null);
  }

  protected Client operator() {
    return new Client(base(), ISSUER.operatorToken());
  }

  protected Client service(String name) {
    return new Client(base(), ISSUER.serviceToken(name));
  }

  protected String base() {
    return "http://127.0.0.1:" + port;
  }

  /** An organisation of which the service has heard. */
  protected UUID organisation(String name) {
    UUID id = Ids.next();
    organisations.keep(
        new OrganisationState(
            id,
            1,
            OrganisationKind.OWNER,
            name,
            "Sample " + id.toString().substring(30),
            null,
            "27",
            List.of(),
            null,
            null,
            null,
            List.of(),
            true,
            Instant.now()));
    return id;
  }

  /** Events that wait in the outbox or were sent, by the version that they tell of. */
  protected long version(UUID listing) {
    return jdbc.sql("SELECT version FROM listing WHERE id = ?")
        .param(listing)
        .query(Long.class)
        .single();
  }
}
