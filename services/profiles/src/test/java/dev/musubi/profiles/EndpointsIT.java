package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that exists, with every kind of caller: what nobody listed as open is closed. */
class EndpointsIT {
  private static final Set<String> OPEN =
      Set.of(
          "GET /api/v1/organisations",
          "GET /api/v1/organisations/{id}",
          "POST /api/v1/organisations",
          "POST /api/v1/accounts/confirmations",
          "POST /api/v1/accounts/invitations/acceptances",
          "POST /api/v1/accounts/password-resets",
          "POST /api/v1/accounts/password-resets/confirmations");

  /** Bodies that are right, so that it is the caller that is judged. */
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/v1/organisations/{organisation}/members",
          "{\"email\":\"x@example.org\",\"role\":\"ADMIN\"}",
          "PATCH /api/v1/organisations/{organisation}/members/{account}",
          "{\"role\":\"VIEWER\"}",
          "POST /api/v1/organisations/{organisation}/clients",
          "{\"name\":\"x\",\"role\":\"EDITOR\"}",
          "POST /api/v1/needs",
          "{\"title\":\"x\"}");

  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);
  private Map<String, String> ids = Map.of();
  private World.Member admin = new World.Member(new java.util.UUID(0, 0), "", "");

  @BeforeEach
  void setUp() {
    admin = world.member("SEEKER", "ADMIN");
    Browser own = profiles.browser().with(admin.token());
    String need = own.create("/api/v1/needs", "{\"title\":\"題\",\"text\":\"文\"}").text("/id");
    World.Member broker = world.member("BROKER", "ADMIN");
    String mandate =
        own.create("/api/v1/mandates", "{\"broker\":\"%s\"}".formatted(broker.organisation()))
            .text("/id");
    ids =
        Map.of(
            "need",
            need,
            "mandate",
            mandate,
            "organisation",
            admin.organisation().toString(),
            "account",
            World.claims(admin.token()).path("sub").asString());
  }

  private Set<String> endpoints() {
    Set<String> endpoints = new TreeSet<>();
    profiles
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, _) -> {
              for (String path : mapping.getPatternValues()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                if (path.startsWith("/api/") || path.startsWith("/internal/")) {
                  methods.forEach(method -> endpoints.add(method + " " + path));
                }
              }
            });
    return endpoints;
  }

  private int status(String endpoint, Browser caller) {
    String[] parts = endpoint.split(" ");
    String path =
        parts[1]
            .replace("/needs/{id}", "/needs/" + ids.get("need"))
            .replace("/mandates/{id}", "/mandates/" + ids.get("mandate"))
            .replace("/organisations/{id}", "/organisations/" + ids.get("organisation"))
            .replace("{organisation}", String.valueOf(ids.get("organisation")))
            .replace("{account}", String.valueOf(ids.get("account")))
            .replace("{id}", String.valueOf(ids.get("account")));
    if (path.equals("/internal/contacts")) {
      path += "?organisation=" + ids.get("organisation");
    }
    boolean reads = parts[0].equals("GET") || parts[0].equals("DELETE");
    return caller
        .json(
            parts[0],
            path,
            reads ? null : BODIES.getOrDefault(endpoint, "{}"),
            "If-Match",
            "\"1\"",
            "Idempotency-Key",
            java.util.UUID.randomUUID().toString())
        .status();
  }

  @Test
  void there_are_endpoints_to_judge() {
    assertThat(endpoints()).hasSizeGreaterThan(30).containsAll(OPEN);
  }

  @Test
  void stranger_gets_in_only_where_it_is_open() {
    for (String endpoint : endpoints()) {
      int status = status(endpoint, profiles.browser());
      if (OPEN.contains(endpoint)) {
        assertThat(status).as(endpoint).isNotIn(401, 403);
      } else {
        assertThat(status).as(endpoint).isEqualTo(401);
      }
    }
  }

  @Test
  void member_never_gets_to_inner_endpoints() {
    for (String endpoint : endpoints()) {
      if (endpoint.contains(" /internal/")) {
        int status = status(endpoint, profiles.browser().with(admin.token()));
        assertThat(status).as(endpoint).isEqualTo(403);
      }
    }
  }

  @Test
  void administrators_of_others_find_nothing_of_this_organisation() {
    for (String kind : List.of("SEEKER", "OWNER", "BROKER", "FINANCE", "AGENCY")) {
      Browser other = profiles.browser().with(world.member(kind, "ADMIN").token());
      for (String endpoint : endpoints()) {
        boolean ofOne = endpoint.contains("{") && !endpoint.contains("/internal/");
        if (ofOne && !endpoint.equals("GET /api/v1/organisations/{id}")) {
          assertThat(status(endpoint, other)).as(kind + " " + endpoint).isEqualTo(404);
        }
      }
    }
  }

  @Test
  void viewer_changes_nothing() {
    Browser viewer = profiles.browser().with(world.member(admin.organisation(), "VIEWER").token());
    for (String endpoint : endpoints()) {
      boolean changes = !endpoint.startsWith("GET ") && endpoint.contains("{");
      if (changes && endpoint.contains("/api/")) {
        assertThat(status(endpoint, viewer)).as(endpoint).isEqualTo(403);
      }
    }
    assertThat(status("POST /api/v1/needs", viewer)).isEqualTo(403);
  }

  @Test
  void editor_does_not_administer() {
    Browser editor = profiles.browser().with(world.member(admin.organisation(), "EDITOR").token());
    for (String endpoint : endpoints()) {
      boolean administers =
          !endpoint.startsWith("GET ")
              && (endpoint.contains("/organisations/{") || endpoint.contains("/mandates/{"));
      if (administers) {
        assertThat(status(endpoint, editor)).as(endpoint).isEqualTo(403);
      }
    }
  }
}
