package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint that exists, called by everybody who has nothing to look for there. What somebody
 * may not see is not even told to exist: the answer is word by word that for an object that there
 * is not.
 */
public interface WalkContract {
  ApiUnderTest api();

  /** Further tokens that must open nothing: expired ones, those of other issuers. */
  Map<String, String> furtherBadTokens();

  /** A token of a member of an organisation that has nothing to do with the objects. */
  String outsider(OrganisationKind kind, MemberRole role);

  /** Whether whoever runs the installation may call an endpoint for the organisations of others. */
  default boolean isForWhoRunsTheInstallation(Endpoint endpoint) {
    return endpoint.isForAdministrators();
  }

  @Test
  default void nobody_gets_to_what_is_anothers_or_learns_that_it_exists() {
    Map<String, String> bad = BadTokens.of(api().member());
    bad.putAll(furtherBadTokens());
    List<Outsider> outsiders = outsiders();
    List<String> leaks = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      stranger(endpoint).ifPresent(leaks::add);
      bad.forEach((name, token) -> forged(endpoint, name, token).ifPresent(leaks::add));
      outsiders.forEach(who -> foreign(endpoint, who).ifPresent(leaks::add));
    }
    int endpoints = api().endpoints().size();
    int identities = 1 + bad.size() + outsiders.size();
    System.out.printf(
        "security walk of %s: %d endpoints x %d identities = %d, %d leaks%n",
        api().service(), endpoints, identities, endpoints * identities, leaks.size());
    assertThat(leaks).isEmpty();
  }

  private List<Outsider> outsiders() {
    List<Outsider> all = new ArrayList<>();
    for (OrganisationKind kind : OrganisationKind.values()) {
      for (MemberRole role : MemberRole.values()) {
        all.add(new Outsider(kind, role, outsider(kind, role)));
      }
    }
    return all;
  }

  private Optional<String> stranger(Endpoint endpoint) {
    int status = api().call(endpoint, api().client("")).status();
    boolean right = api().isOpen(endpoint) ? status != 401 && status != 403 : status == 401;
    return right && status < 500
        ? Optional.empty()
        : Optional.of(endpoint + " answers nobody with " + status);
  }

  private Optional<String> forged(Endpoint endpoint, String name, String token) {
    int status = api().call(endpoint, api().client(token)).status();
    return status == 401
        ? Optional.empty()
        : Optional.of(endpoint + " answers a token that is " + name + " with " + status);
  }

  private Optional<String> foreign(Endpoint endpoint, Outsider who) {
    if (endpoint.streams() || api().isOpen(endpoint) || api().isShared(endpoint)) {
      return Optional.empty();
    }
    boolean runs = who.runsTheInstallation() && isForWhoRunsTheInstallation(endpoint);
    if (endpoint.isInner()) {
      int status = api().call(endpoint, api().client(who.token())).status();
      boolean right = status == (runs ? 200 : 403);
      return right ? Optional.empty() : Optional.of(endpoint + " answers " + who + " " + status);
    }
    return endpoint.isOfOne() && !runs ? revealed(endpoint, who) : Optional.empty();
  }

  private Optional<String> revealed(Endpoint endpoint, Outsider who) {
    Map<String, String> existing = told(api().call(endpoint, api().client(who.token())));
    Map<String, String> nothing = told(api().callNothing(endpoint, api().client(who.token())));
    boolean refused = String.valueOf(existing.get("status")).startsWith("4");
    return refused && existing.equals(nothing)
        ? Optional.empty()
        : Optional.of(
            "%s tells %s of an object %s, and of none %s"
                .formatted(endpoint, who, existing, nothing));
  }

  /** What an answer says, but for the address that it repeats. */
  private static Map<String, String> told(ApiAnswer answer) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("status", String.valueOf(answer.status()));
    told.put("type", answer.text("/type"));
    told.put("title", answer.text("/title"));
    told.put("detail", answer.text("/detail"));
    told.put("errors", answer.json().path("errors").toString());
    told.put("etag", answer.header("ETag"));
    return told;
  }

  /** Somebody of another organisation. */
  record Outsider(OrganisationKind kind, MemberRole role, String token) {
    boolean runsTheInstallation() {
      return kind == OrganisationKind.ADMINISTRATOR && role == MemberRole.ADMIN;
    }

    @Override
    public String toString() {
      return kind + " " + role;
    }
  }
}
