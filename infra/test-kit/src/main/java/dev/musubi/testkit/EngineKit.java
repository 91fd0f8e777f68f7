package dev.musubi.testkit;

import java.net.URI;

/**
 * The real engines for tests: one set for each JVM, started when first asked for and ended with it.
 *
 * <p>{@code -Dmusubi.engines=processes} (the default) runs them as child processes, {@code
 * containers} by Testcontainers; the tests see no difference.
 */
public final class EngineKit {
  private static final String SWITCH = "musubi.engines";

  private final EngineProvider provider;

  private EngineKit(EngineProvider provider) {
    this.provider = provider;
    Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "stop-engines"));
  }

  /** The set of this JVM. */
  public static EngineKit shared() {
    return Shared.KIT;
  }

  /**
   * A database of its own for each call.
   *
   * @param role also the name of the schema, as in production the name of a service
   */
  public DatabaseAddress postgres(String role) {
    return provider.postgres(role);
  }

  /** Bootstrap address, {@code host:port}. */
  public String kafka() {
    return provider.kafka();
  }

  /** Address of the HTTP interface. */
  public URI elasticsearch() {
    return provider.elasticsearch();
  }

  /** {@code redis://:password@host:port}. */
  public URI redis() {
    return provider.redis();
  }

  /** The mail server, with what it has received. */
  public SmtpAddress smtp() {
    return provider.smtp();
  }

  private static final class Shared {
    private static final EngineKit KIT = new EngineKit(choose());

    private static EngineProvider choose() {
      var choice = System.getProperty(SWITCH, "processes");
      return switch (choice) {
        case "processes" -> new ProcessProvider();
        case "containers" -> new ContainerProvider();
        default ->
            throw new IllegalArgumentException(
                "-D" + SWITCH + " is processes or containers, not " + choice);
      };
    }
  }
}
