package dev.musubi.web.clients;

import dev.musubi.web.door.Service;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a service answered. A page shows each of the three in its own way. */
public sealed interface Answer<T> {
  /** The content, if there is one. */
  default Optional<T> value() {
    return this instanceof Given<T> given ? Optional.of(given.content()) : Optional.empty();
  }

  /** True when the service did not answer; the page says so and goes on. */
  default boolean away() {
    return this instanceof Away<T>;
  }

  /** The refusal, if it is one. */
  default Optional<Problem> problem() {
    return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
  }

  /** The content in another shape. */
  default <U> Answer<U> map(Function<T, U> change) {
    return switch (this) {
      case Given<T> given -> new Given<>(change.apply(given.content()), given.etag());
      case Refused<T> refused -> new Refused<>(refused.why());
      case Away<T> away -> new Away<>(away.service());
    };
  }

  /**
   * It worked.
   *
   * @param etag version to send back with a change, in quotes, or null
   */
  record Given<T>(T content, @Nullable String etag) implements Answer<T> {}

  /** The service said no, and why. */
  record Refused<T>(Problem why) implements Answer<T> {}

  /** No answer in time. */
  record Away<T>(Service service) implements Answer<T> {}
}
