package dev.musubi.observability;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code musubi.trace}.
 *
 * @param endpoint base address of a collector that speaks OTLP over HTTP; empty: steps are not
 *     kept, only their identifiers are logged
 */
@ConfigurationProperties(prefix = "musubi.trace", ignoreUnknownFields = false)
record TraceSettings(@DefaultValue("") String endpoint) {
  TraceSettings {
    if (!endpoint.isBlank() && !endpoint.matches("https?://.+")) {
      throw new IllegalArgumentException(
          "musubi.trace.endpoint (MUSUBI_TRACE_ENDPOINT) is no address of http or https: "
              + endpoint);
    }
  }

  Optional<URI> collector() {
    return endpoint.isBlank() ? Optional.empty() : Optional.of(URI.create(endpoint.strip()));
  }
}
