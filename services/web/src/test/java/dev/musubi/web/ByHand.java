package dev.musubi.web;

import dev.musubi.testkit.EngineKit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts the pages beside invented services, to look at them: {@code ByHand PORT}. */
final class ByHand {
  private ByHand() {}

  public static void main(String[] arguments) {
    String port = arguments[0];
    String publicUrl = "http://localhost:" + port;
    Services services = Services.start(publicUrl);
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setDefaultProperties(
        new HashMap<>(settings(publicUrl, port, services.url().toString())));
    application.run();
  }

  static Map<String, Object> settings(String publicUrl, String port, String services) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("SERVER_PORT", port);
    settings.put("MUSUBI_PUBLIC_URL", publicUrl);
    settings.put("MUSUBI_REDIS", EngineKit.shared().redis().toString());
    settings.put("MUSUBI_SERVICE_SECRET", "test-service-secret");
    settings.put("MUSUBI_LIMIT_ADDRESS", "100000");
    settings.put("MUSUBI_LIMIT_LOGIN", "100000");
    settings.put("MUSUBI_LIMIT_ACCOUNT", "100000");
    settings.put("MUSUBI_LISTINGS_URL", services);
    settings.put("MUSUBI_PROFILES_URL", services);
    settings.put("MUSUBI_MATCHING_URL", services);
    settings.put("MUSUBI_DEALS_URL", services);
    settings.put("MUSUBI_NOTIFICATIONS_URL", services);
    return settings;
  }
}
