package dev.musubi.testkit.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A running service and what the walks over its endpoints must know: objects that exist, bodies
 * that are right, who may what. What is not said here is closed.
 */
public final class ApiUnderTest {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final String service;
  private final String base;
  private final List<Endpoint> endpoints;
  private final Map<String, Supplier<String>> objects = new TreeMap<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final Map<String, String> callers = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<String> personal = new HashSet<>();
  private final String member;

  private ApiUnderTest(String service, String base, List<Endpoint> endpoints, String member) {
    this.service = service;
    this.base = base;
    this.endpoints = endpoints;
    this.member = member;
  }

  /**
   * A service by its name.
   *
   * @param member token of an administrator of the organisation to which the objects belong
   */
  public static ApiUnderTest of(
      String service, ApplicationContext application, String base, String member) {
    return new ApiUnderTest(service, base, Endpoint.of(application), member);
  }

  /** Nothing, until there is a service. */
  public static ApiUnderTest none() {
    return new ApiUnderTest("none", "", List.of(), "");
  }

  /** An object that exists: {@code ("/api/v1/deals/{id}", "/api/v1/deals/0197…")}. */
  public ApiUnderTest object(String pattern, String path) {
    return object(pattern, () -> path);
  }

  /** An object that is made anew each time, because asking may end it. */
  public ApiUnderTest object(String pattern, Supplier<String> path) {
    objects.put(pattern, path);
    return this;
  }

  /** A body that an endpoint, as {@code POST /api/v1/deals}, takes. */
  public ApiUnderTest body(String endpoint, String json) {
    bodies.put(endpoint, json);
    return this;
  }

  /** Who may call an endpoint, if it is not the member. */
  public ApiUnderTest caller(String endpoint, String token) {
    callers.put(endpoint, token);
    return this;
  }

  /** Who may call the inner endpoints. */
  public ApiUnderTest inner(String token) {
    endpoints.stream().filter(Endpoint::isInner).forEach(it -> callers.put(it.toString(), token));
    return this;
  }

  /** Endpoints that are open to everybody, without a token. */
  public ApiUnderTest open(String... some) {
    open.addAll(Arrays.asList(some));
    return this;
  }

  /** Endpoints of one object that members of other organisations may call as well. */
  public ApiUnderTest shared(String... some) {
    shared.addAll(Arrays.asList(some));
    return this;
  }

  /** Endpoints by which everybody, a viewer too, changes what is the person's own. */
  public ApiUnderTest personal(String... some) {
    personal.addAll(Arrays.asList(some));
    return this;
  }

  public String service() {
    return service;
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  public Set<String> open() {
    return Set.copyOf(open);
  }

  public boolean isOpen(Endpoint endpoint) {
    return open.contains(endpoint.toString());
  }

  public boolean isShared(Endpoint endpoint) {
    return shared.contains(endpoint.toString());
  }

  public boolean isPersonal(Endpoint endpoint) {
    return personal.contains(endpoint.toString());
  }

  /** Somebody with a token, or nobody in particular without. */
  public ApiClient client(String token) {
    return token.isEmpty() ? ApiClient.at(base) : ApiClient.at(base).with(token);
  }

  /** A token of the member. */
  public String member() {
    return member;
  }

  /** Somebody who may call this endpoint. */
  public ApiClient rightful(Endpoint endpoint) {
    return client(callers.getOrDefault(endpoint.toString(), member));
  }

  /** The address of an object that exists, where the pattern names one. */
  public String path(Endpoint endpoint) {
    String path =
        objects.entrySet().stream()
            .filter(object -> endpoint.path().startsWith(object.getKey()))
            .max(Comparator.comparing(object -> object.getKey().length()))
            .map(it -> it.getValue().get() + endpoint.path().substring(it.getKey().length()))
            .orElse(endpoint.path());
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  /** A body that is right, so that it is the caller that is judged. */
  public String body(Endpoint endpoint) {
    return bodies.getOrDefault(endpoint.toString(), "{}");
  }

  /** Whether a right body of it is known. */
  boolean knowsBody(Endpoint endpoint) {
    return bodies.containsKey(endpoint.toString());
  }

  /** What to send as If-Match: a patch is judged only when it is made on what stands. */
  String version(Endpoint endpoint, String path, ApiClient caller) {
    String read = endpoint.method().equals("PATCH") ? caller.get(path).header("ETag") : "";
    return read.isEmpty() ? "\"1\"" : read;
  }

  /** Calls an endpoint as it wants to be called, but for the caller. */
  public ApiAnswer call(Endpoint endpoint, ApiClient caller) {
    return callAt(endpoint, path(endpoint), caller);
  }

  /** The same where it names no object that exists. */
  ApiAnswer callNothing(Endpoint endpoint, ApiClient caller) {
    String nothing = path(endpoint).replaceAll(ID, UUID.randomUUID().toString());
    return callAt(endpoint, nothing, caller);
  }

  private ApiAnswer callAt(Endpoint endpoint, String path, ApiClient caller) {
    if (endpoint.takesFile()) {
      return sendFile(endpoint, caller, path);
    }
    boolean hasBody = endpoint.takesJson();
    return caller.send(
        endpoint.method(),
        path,
        hasBody ? body(endpoint) : endpoint.reads() ? null : "",
        Map.of("If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString()));
  }

  private static ApiAnswer sendFile(Endpoint endpoint, ApiClient caller, String path) {
    String form =
        """
        --edge\r
        Content-Disposition: form-data; name="file"; filename="some.jsonl"\r
        Content-Type: text/plain\r
        \r
        {}\r
        --edge--\r
        """;
    return caller.sendBytes(
        endpoint.method(),
        path,
        form.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type",
            "multipart/form-data; boundary=edge",
            "Idempotency-Key",
            UUID.randomUUID().toString()));
  }

  /** What the service says of itself. */
  public JsonNode openApi() {
    return ApiClient.at(base).get("/v3/api-docs").json();
  }
}
