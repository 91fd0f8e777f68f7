package dev.musubi.profiles.domain;

import dev.musubi.model.MemberRole;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A program of an organisation that uses the API by client credentials. */
public record ApiClient(
    String id,
    UUID organisation,
    String name,
    MemberRole role,
    Set<String> scopes,
    String secretHash,
    Instant createdAt) {
  public ApiClient {
    scopes = Set.copyOf(scopes);
  }

  /** The hash stays out of every log. */
  @Override
  public String toString() {
    return "ApiClient[" + id + "]";
  }
}
