package dev.musubi.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that is understood but refused. Its type is a stable name that clients may switch on;
 * its texts come from the message bundles: title from {@code problem.<type>.title} or else from the
 * status, detail from the message key.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String NAMESPACE = "urn:musubi:problem:";

  private final HttpStatus status;
  private final String type;
  private final String messageKey;
  private final transient List<Object> args;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> properties = new LinkedHashMap<>();

  /**
   * @param type {@code urn:musubi:problem:…}, or its last part alone
   */
  public Refusal(HttpStatus status, String type, String messageKey, Object... args) {
    super(status.value() + " " + type + " " + List.of(args));
    this.status = status;
    this.type = type.startsWith("urn:") ? type : NAMESPACE + type;
    this.messageKey = messageKey;
    this.args = List.of(args);
  }

  /** Adds a response header, such as {@code Retry-After}. */
  public final Refusal header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds an extension member to the problem (RFC 9457, section 3.2). */
  public final Refusal with(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  public final HttpStatus status() {
    return status;
  }

  public final String type() {
    return type;
  }

  public final String messageKey() {
    return messageKey;
  }

  public final List<Object> args() {
    return args;
  }

  final Map<String, String> headers() {
    return headers;
  }

  final Map<String, Object> properties() {
    return properties;
  }

  final String shortType() {
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
