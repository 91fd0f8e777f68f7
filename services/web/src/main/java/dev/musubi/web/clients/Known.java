package dev.musubi.web.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service may leave out what is empty; pages never meet null lists. */
final class Known {
  private Known() {}

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }
}
