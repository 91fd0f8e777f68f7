package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a creating request exactly once, however often it is sent: by the header {@code
 * Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). The key is written in the
 * transaction of the work, so that both are there or neither is; a second request with the key
 * waits for the first at the unique index and then gets its answer.
 */
public final class Idempotency {
  public static final String HEADER = "Idempotency-Key";
  public static final String REPLAYED = "Idempotency-Replayed";
  private static final int MAX_KEY = 255;

  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;
  private final JsonMapper mapper;

  Idempotency(IdempotencyKeys keys, TransactionTemplate transaction, JsonMapper mapper) {
    this.keys = keys;
    this.transaction = transaction;
    this.mapper = mapper;
  }

  /**
   * Runs the work in one transaction with the key, or repeats the answer of the first time. Return
   * the result as it is: the body of a repeated answer is its bytes, no {@code T}.
   *
   * @throws Refusal 400 without the header, 422 when the key was used for another body
   */
  public <T> ResponseEntity<T> once(HttpServletRequest request, Supplier<ResponseEntity<T>> work) {
    return once(request, BodyHash.of(request), work);
  }

  /**
   * As {@link #once(HttpServletRequest, Supplier)}, for bodies that are not read by {@link
   * ApiBody}.
   *
   * @param fingerprint tells one request's content from another's
   */
  public <T> ResponseEntity<T> once(
      HttpServletRequest request, String fingerprint, Supplier<ResponseEntity<T>> work) {
    return once(request, BodyHash.of(fingerprint), work);
  }

  private <T> ResponseEntity<T> once(
      HttpServletRequest request, byte[] hash, Supplier<ResponseEntity<T>> work) {
    IdempotencyKeys.Id id =
        new IdempotencyKeys.Id(caller(request), operation(request), key(request));
    ResponseEntity<T> answer =
        transaction.execute(
            _ -> keys.claim(id, hash) ? first(id, work) : repeated(keys.stored(id), hash));
    if (answer == null) {
      throw new IllegalStateException("a transaction without a result");
    }
    return answer;
  }

  private <T> ResponseEntity<T> first(IdempotencyKeys.Id id, Supplier<ResponseEntity<T>> work) {
    ResponseEntity<T> answer = work.get();
    T body = answer.getBody();
    byte[] bytes = body == null ? null : mapper.writeValueAsBytes(body);
    keys.store(
        id, new IdempotencyKeys.Answer(answer.getStatusCode().value(), headers(answer), bytes));
    return answer;
  }

  private java.util.Map<String, String> headers(ResponseEntity<?> answer) {
    java.util.Map<String, String> headers = new java.util.LinkedHashMap<>();
    answer.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }

  private <T> ResponseEntity<T> repeated(IdempotencyKeys.Stored stored, byte[] hash) {
    if (!MessageDigest.isEqual(stored.hash(), hash)) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency-key-reused",
          "problem.idempotency-key-reused.detail");
    }
    HttpHeaders headers = new HttpHeaders();
    stored.answer().headers().forEach(headers::set);
    headers.set(REPLAYED, "true");
    return ResponseEntity.status(stored.answer().status())
        .headers(headers)
        .body(raw(stored.answer().body()));
  }

  /** The bytes of the first answer; the type is gone at run time, and nobody looks inside. */
  @SuppressWarnings("unchecked")
  private static <T> @Nullable T raw(byte @Nullable [] body) {
    return body == null
        ? null
        : (T) new RawJson(new String(body, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String caller(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "anonymous" : principal.getName();
  }

  private static String operation(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI();
  }

  private static String key(HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    if (key == null || key.isBlank()) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST,
          "idempotency-key-missing",
          "problem.idempotency-key-missing.detail");
    }
    if (key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new InvalidParameter(new FieldError(HEADER, "key", MAX_KEY));
    }
    return key;
  }
}
