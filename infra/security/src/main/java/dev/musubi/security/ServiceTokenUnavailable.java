package dev.musubi.security;

import org.jspecify.annotations.Nullable;

/** No access token for calls between services is to be had just now; try again later. */
public final class ServiceTokenUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceTokenUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
