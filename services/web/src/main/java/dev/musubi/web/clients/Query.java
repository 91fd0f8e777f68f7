package dev.musubi.web.clients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Builds the query of an address; leaves out what is empty. */
public final class Query {
  private final StringJoiner pairs = new StringJoiner("&");

  /** Adds one parameter, unless it is null or blank. */
  public Query with(String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      pairs.add(encoded(name) + "=" + encoded(value.toString()));
    }
    return this;
  }

  /** Adds a parameter once for each value. */
  public Query withEach(String name, Collection<String> values) {
    values.forEach(value -> with(name, value));
    return this;
  }

  /** The path with the query behind it. */
  public String after(String path) {
    return pairs.length() == 0 ? path : path + "?" + pairs;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
