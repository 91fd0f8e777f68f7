package dev.musubi.model.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of events are never null and never change; one that an older writer lacked is empty. */
final class Lists {
  private Lists() {}

  static <T> List<T> frozen(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
