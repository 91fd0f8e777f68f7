package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One description of the whole API, made of what each service says of itself; kept a minute. */
@Component
public class OpenApi {
  private static final Logger LOG = LoggerFactory.getLogger(OpenApi.class);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final WebSettings settings;
  private final JsonMapper json;
  private final HttpClient client;
  private volatile @Nullable Kept kept;

  OpenApi(WebSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeouts().connect())
            .build();
  }

  /** The merged description; services that are away are named in {@code x-musubi-away}. */
  public ObjectNode merged() {
    Kept last = kept;
    if (last != null && last.at().plus(KEPT).isAfter(Instant.now())) {
      return last.document();
    }
    Map<Service, JsonNode> parts = fetchAll();
    ObjectNode document = new OpenApiMerge(json, settings.publicUrl()).of(parts);
    if (parts.size() == Service.values().length) {
      kept = new Kept(document, Instant.now());
    }
    return document;
  }

  private Map<Service, JsonNode> fetchAll() {
    Map<Service, CompletableFuture<Optional<JsonNode>>> calls = new EnumMap<>(Service.class);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Service service : Service.values()) {
        calls.put(service, CompletableFuture.supplyAsync(() -> fetch(service), threads));
      }
    }
    Map<Service, JsonNode> parts = new EnumMap<>(Service.class);
    calls.forEach((service, call) -> call.join().ifPresent(part -> parts.put(service, part)));
    return parts;
  }

  private Optional<JsonNode> fetch(Service service) {
    URI address = URI.create(service.address(settings.upstream()) + "/v3/api-docs");
    // The first answer of a service is slow: it reads all its controllers then.
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(json.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException | JacksonException away) {
      LOG.warn("no API description from {}: {}", service.label(), away.toString());
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private record Kept(ObjectNode document, Instant at) {}
}
