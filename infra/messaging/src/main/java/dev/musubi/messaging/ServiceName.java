package dev.musubi.messaging;

/** Name of the service in this process; the source of its events. */
public record ServiceName(String value) {
  public ServiceName {
    if (!value.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "set spring.application.name (or musubi.messaging.service) to the service's name in"
              + " lower case, not \""
              + value
              + "\"");
    }
  }
}
