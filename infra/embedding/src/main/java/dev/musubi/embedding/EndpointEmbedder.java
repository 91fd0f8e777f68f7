package dev.musubi.embedding;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Any endpoint that speaks OpenAI's embeddings API ({@code POST …/embeddings} with {@code model}
 * and {@code input}): Text Embeddings Inference, vLLM, Ollama and others. Time-outs bound each
 * request; refusals for load (429) and failures of the server (5xx) are tried again with growing
 * pauses; after a row of failures the endpoint is left alone for a while, and callers learn so at
 * once.
 */
public final class EndpointEmbedder implements Embedder {
  private static final int TEXTS_A_REQUEST = 64;

  private final Settings settings;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();
  private final Retry retry;
  private final CircuitBreaker breaker;
  private final Semaphore bulk;
  private final ModelIdentity model;

  /**
   * Where the endpoint is, and how long to wait for it.
   *
   * @param endpoint whole address of the embeddings resource
   * @param model as the endpoint calls it
   * @param key bearer token, or null
   * @param timeout of one request
   * @param attempts tries of one request, at least 1
   * @param bulkRequests requests that a load may have under way, at least 1
   */
  public record Settings(
      URI endpoint,
      String model,
      @Nullable String key,
      Duration timeout,
      int attempts,
      int bulkRequests) {}

  /** A refusal that a later try may not get. */
  private static final class PassingFailure extends RuntimeException {
    PassingFailure(String message) {
      super(message);
    }
  }

  /**
   * Connects, and asks for one vector to learn its length.
   *
   * @throws EmbeddingUnavailable when the endpoint does not answer
   */
  public static EndpointEmbedder connect(Settings settings) {
    return new EndpointEmbedder(settings);
  }

  private EndpointEmbedder(Settings settings) {
    this.settings = settings;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.retry =
        Retry.of(
            "embedding",
            RetryConfig.custom()
                .maxAttempts(settings.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(200, 2.0, 0.5))
                .retryOnException(e -> e instanceof PassingFailure)
                .build());
    this.breaker =
        CircuitBreaker.of(
            "embedding",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(Duration.ofSeconds(15))
                .build());
    this.bulk = new Semaphore(settings.bulkRequests(), true);
    int dimensions = request(List.of("query: technology")).getFirst().length;
    this.model = new ModelIdentity(settings.model(), fingerprint(settings), dimensions);
  }

  /** An endpoint does not show its weights: its address and name must do. */
  private static String fingerprint(Settings settings) {
    String source = settings.endpoint() + "#" + settings.model();
    return java.util
        .UUID
        .nameUUIDFromBytes(source.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  @Override
  public ModelIdentity model() {
    return model;
  }

  @Override
  public List<float[]> embed(Role role, List<String> texts) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += TEXTS_A_REQUEST) {
      List<String> part = texts.subList(from, Math.min(texts.size(), from + TEXTS_A_REQUEST));
      vectors.addAll(request(part.stream().map(text -> ModelText.prepare(role, text)).toList()));
    }
    return vectors;
  }

  @Override
  public List<float[]> embedInBulk(Role role, List<String> texts) {
    bulk.acquireUninterruptibly();
    try {
      return embed(role, texts);
    } finally {
      bulk.release();
    }
  }

  private List<float[]> request(List<String> input) {
    Supplier<List<float[]>> once = () -> requestOnce(input);
    Supplier<List<float[]>> guarded =
        Retry.decorateSupplier(retry, CircuitBreaker.decorateSupplier(breaker, once));
    try {
      return guarded.get();
    } catch (EmbeddingUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new EmbeddingUnavailable(
          "The embedding endpoint " + settings.endpoint() + " is away: " + e.getMessage(), e);
    }
  }

  private List<float[]> requestOnce(List<String> input) {
    try {
      HttpResponse<byte[]> answer =
          http.send(httpRequest(input), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
        throw new PassingFailure("status " + answer.statusCode());
      }
      if (answer.statusCode() != 200) {
        throw new EmbeddingUnavailable(
            "The embedding endpoint refused with status " + answer.statusCode(), null);
      }
      return EndpointAnswer.vectors(json, answer.body(), input.size());
    } catch (IOException e) {
      throw new PassingFailure(e.getClass().getSimpleName() + " " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingUnavailable("Interrupted while waiting for the embedding endpoint", e);
    }
  }

  private HttpRequest httpRequest(List<String> input) {
    byte[] body =
        json.writeValueAsBytes(
            java.util.Map.of(
                "model", settings.model(), "input", input, "encoding_format", "float"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.endpoint())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (settings.key() != null) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    return request.build();
  }

  @Override
  public void close() {
    http.close();
  }
}
