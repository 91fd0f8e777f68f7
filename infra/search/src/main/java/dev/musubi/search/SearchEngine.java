package dev.musubi.search;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A connection to Elasticsearch: JSON out, JSON in. Every call either answers, throws {@link
 * SearchAway} within the timeout, or throws {@link SearchRefused}. May be used by many threads.
 */
public final class SearchEngine implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ContentType NDJSON =
      ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

  /** Too many requests, and what a node or a proxy says while it starts or stops. */
  private static final Set<Integer> AWAY = Set.of(408, 429, 502, 503, 504);

  /** Tells Elasticsearch who asks; which request it was is told by the trace, as it recommends. */
  private static final String OPAQUE_ID = "musubi";

  private final Rest5Client client;

  private SearchEngine(Rest5Client client) {
    this.client = client;
  }

  /**
   * @param address of the HTTP interface; user and password may stand in it
   * @param timeout longest wait for any answer; connections are given a quarter of it
   */
  public static SearchEngine connect(URI address, Duration timeout) {
    var connect = Timeout.ofMilliseconds(Math.max(500, timeout.toMillis() / 4));
    var client =
        Rest5Client.builder(Credentials.strip(address))
            .setDefaultHeaders(Credentials.headers(address))
            .setConnectionConfigCallback(
                it ->
                    it.setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.ofMilliseconds(timeout.toMillis())))
            .setRequestConfigCallback(
                it ->
                    it.setResponseTimeout(Timeout.ofMilliseconds(timeout.toMillis()))
                        .setConnectionRequestTimeout(connect))
            .setConnectionManagerCallback(it -> it.setMaxConnPerRoute(40).setMaxConnTotal(80))
            .build();
    return new SearchEngine(client);
  }

  public JsonNode get(String path) {
    return call("GET", path, null);
  }

  public JsonNode put(String path, JsonNode body) {
    return call("PUT", path, json(body));
  }

  public JsonNode post(String path, @Nullable JsonNode body) {
    return call("POST", path, body == null ? null : json(body));
  }

  public JsonNode delete(String path) {
    return call("DELETE", path, null);
  }

  /** Sends one JSON object a line, as {@code _bulk} and {@code _msearch} want it. */
  public JsonNode postLines(String path, List<? extends JsonNode> lines) {
    var body = new StringBuilder();
    for (var line : lines) {
      body.append(MAPPER.writeValueAsString(line)).append('\n');
    }
    return call(
        "POST",
        path,
        new ByteArrayEntity(body.toString().getBytes(StandardCharsets.UTF_8), NDJSON));
  }

  /** Whether an index or alias of this name exists. */
  public boolean exists(String name) {
    try {
      call("HEAD", "/" + name, null);
      return true;
    } catch (SearchRefused refused) {
      if (refused.status() == 404) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static HttpEntity json(JsonNode body) {
    return new ByteArrayEntity(MAPPER.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
  }

  private JsonNode call(String method, String path, @Nullable HttpEntity body) {
    var request = new Request(method, path);
    if (body != null) {
      request.setEntity(body);
    }
    try (var step = Trace.begin(Span.Kind.CLIENT, "elasticsearch " + method)) {
      request.setOptions(
          RequestOptions.DEFAULT.toBuilder()
              .addHeader(Trace.HEADER, step.header())
              .addHeader("X-Opaque-Id", OPAQUE_ID));
      return answered(request);
    }
  }

  private JsonNode answered(Request request) {
    try {
      var response = client.performRequest(request);
      if (response.getStatusCode() >= 400) {
        throw refused(response);
      }
      return read(response);
    } catch (ResponseException refused) {
      throw refused(refused.getResponse());
    } catch (IOException failure) {
      throw new SearchAway("Elasticsearch does not answer: " + failure.getMessage(), failure);
    }
  }

  private static RuntimeException refused(Response response) {
    var status = response.getStatusCode();
    var reason = reason(response);
    return AWAY.contains(status)
        ? new SearchAway("Elasticsearch is busy or starting (" + status + "): " + reason)
        : new SearchRefused(status, reason);
  }

  private static String reason(Response response) {
    try {
      var error = read(response).path("error");
      if (!error.isObject()) {
        return error.asString("");
      }
      var cause = error.path("root_cause").path(0);
      var told = cause.isMissingNode() ? error : cause;
      return told.path("type").asString("") + ": " + told.path("reason").asString("");
    } catch (IOException | RuntimeException unreadable) {
      return "no readable reason";
    }
  }

  private static JsonNode read(Response response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      return MissingNode.getInstance();
    }
    var bytes = bytes(entity);
    return bytes.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(bytes);
  }

  private static byte[] bytes(HttpEntity entity) throws IOException {
    var bytes = EntityUtils.toByteArray(entity);
    return bytes == null ? new byte[0] : bytes;
  }
}
