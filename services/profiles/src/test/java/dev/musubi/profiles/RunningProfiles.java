package dev.musubi.profiles;

import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.SmtpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with its real engines, started as in production: by environment variables. */
final class RunningProfiles implements AutoCloseable {
  static final String SECRET = "a-secret-of-the-tests";

  private final ConfigurableApplicationContext context;
  private final String url;
  private final DatabaseAddress database;

  private RunningProfiles(
      ConfigurableApplicationContext context, String url, DatabaseAddress database) {
    this.context = context;
    this.url = url;
    this.database = database;
  }

  /** One for all tests of the JVM. */
  static RunningProfiles shared() {
    return Shared.PROFILES;
  }

  static RunningProfiles start(DatabaseAddress database) {
    String port = freePort();
    String url = "http://localhost:" + port;
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SERVER_PORT", port);
    variables.put("MUSUBI_PUBLIC_URL", url);
    variables.put("MUSUBI_PROFILES_URL", url);
    variables.put("MUSUBI_DATABASE_URL", database.url());
    variables.put("MUSUBI_DATABASE_USER", database.user());
    variables.put("MUSUBI_DATABASE_PASSWORD", database.password());
    variables.put("MUSUBI_KAFKA", EngineKit.shared().kafka());
    variables.put("MUSUBI_SMTP", EngineKit.shared().smtp().uri().toString());
    variables.put("MUSUBI_MAIL_FROM", "musubi@example.org");
    variables.put(
        "MUSUBI_SERVICE_SECRETS",
        "listings=%1$s,matching=%1$s,web=%1$s,cli=%1$s".formatted(SECRET));
    variables.put("MUSUBI_SERVICE_SECRET", SECRET);
    variables.put("MUSUBI_KEY_SECRET", "a-key-secret-of-the-tests");
    variables.put("MUSUBI_DEMO", "true");
    String[] arguments =
        variables.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new);
    return new RunningProfiles(
        new SpringApplicationBuilder(ProfilesApplication.class).run(arguments), url, database);
  }

  String url() {
    return url;
  }

  DatabaseAddress database() {
    return database;
  }

  SmtpAddress mails() {
    return EngineKit.shared().smtp();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  Browser browser() {
    return new Browser(url);
  }

  @Override
  public void close() {
    context.close();
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final RunningProfiles PROFILES = start(EngineKit.shared().postgres("profiles"));

    private Shared() {}
  }
}
