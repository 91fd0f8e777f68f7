package dev.musubi.profiles.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.ApiClient;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.persistence.ApiClients;
import dev.musubi.profiles.persistence.Organisations;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an organisation's program an id and a secret, and takes them back. */
@Service
public class IssueApiClient {
  /** Marks a hash of ours; {@link dev.musubi.profiles.login} compares accordingly. */
  public static final String HASH_PREFIX = "{sha256}";

  private static final int MAX_CLIENTS = 20;

  private final ApiClients clients;
  private final Organisations organisations;
  private final RevokeAccess revoke;
  private final Audit audit;
  private final Clock clock;

  IssueApiClient(
      ApiClients clients,
      Organisations organisations,
      RevokeAccess revoke,
      Audit audit,
      Clock clock) {
    this.clients = clients;
    this.organisations = organisations;
    this.revoke = revoke;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Issued issue(
      UUID organisation, String name, MemberRole role, Set<String> scopes, String actor) {
    var _ = organisations.lock(organisation).orElseThrow(NotFound::new);
    if (clients.of(organisation).size() >= MAX_CLIENTS) {
      throw new Refusal(
          HttpStatus.CONFLICT, "too-many-clients", "problem.too-many-clients.detail", MAX_CLIENTS);
    }
    Secret secret = Secret.random();
    ApiClient client =
        new ApiClient(
            "org-" + Ids.next(),
            organisation,
            name,
            role,
            scopes,
            HASH_PREFIX + HexFormat.of().formatHex(secret.hash()),
            clock.instant());
    clients.insert(client, null);
    audit.note(actor, organisation, "client.issued", client.id(), Map.of("role", role.name()));
    return new Issued(client, secret);
  }

  @Transactional
  public void withdraw(UUID organisation, String id, String actor) {
    if (!clients.delete(id, organisation)) {
      throw new NotFound();
    }
    revoke.client(id);
    audit.note(actor, organisation, "client.withdrawn", id, Map.of());
  }

  /** The secret is shown this once. */
  public record Issued(ApiClient client, Secret secret) {}
}
