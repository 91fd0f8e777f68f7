package dev.musubi.observability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes spans as OpenTelemetry's protocol wants them over HTTP in JSON (OTLP 1.5, {@code
 * ExportTraceServiceRequest}): identifiers in hexadecimal, times as nanoseconds in a string.
 */
final class OtlpJson {
  private static final int FAILED = 2;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final String service;

  OtlpJson(String service) {
    this.service = service;
  }

  byte[] write(List<Span> spans) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("scope", Map.of("name", "dev.musubi.observability"));
    scope.put("spans", spans.stream().map(OtlpJson::span).toList());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resource", Map.of("attributes", attributes(Map.of("service.name", service))));
    resource.put("scopeSpans", List.of(scope));
    return MAPPER.writeValueAsBytes(Map.of("resourceSpans", List.of(resource)));
  }

  private static Map<String, Object> span(Span span) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("traceId", span.traceId());
    written.put("spanId", span.spanId());
    if (span.parentId() != null) {
      written.put("parentSpanId", span.parentId());
    }
    written.put("name", span.name());
    written.put("kind", span.kind().number());
    written.put("startTimeUnixNano", nanos(span.began()));
    written.put("endTimeUnixNano", nanos(span.ended()));
    if (span.failure() != null) {
      written.put("status", Map.of("code", FAILED, "message", span.failure()));
    }
    return written;
  }

  private static List<Map<String, Object>> attributes(Map<String, String> values) {
    List<Map<String, Object>> attributes = new ArrayList<>();
    values.forEach(
        (key, value) -> attributes.add(Map.of("key", key, "value", Map.of("stringValue", value))));
    return attributes;
  }

  private static String nanos(Instant time) {
    return Long.toString(time.getEpochSecond() * 1_000_000_000L + time.getNano());
  }
}
