package dev.musubi.security;

/**
 * What a service lets everybody ask without a token. Everything that no bean of this type opens is
 * closed.
 */
@FunctionalInterface
public interface PublicEndpoints {
  void permit(Door door);

  /** Opens endpoints, by path pattern as of Spring's {@code PathPattern}. */
  interface Door {
    Door get(String... patterns);

    Door post(String... patterns);

    /** Every method. */
    Door any(String... patterns);
  }
}
