package dev.musubi.observability.configuration;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Stops the start when a key under {@code musubi.} is misspelt or gone. Beans refuse what they
 * cannot bind themselves, but not a key of nobody's, and not in one line. Environment variables are
 * left alone: one file of them often serves all services.
 */
final class CheckKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String OURS = "musubi.";
  private static final List<String> ENVIRONMENT = List.of("systemEnvironment");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ClassLoader loader = context.getClassLoader();
    check(
        context.getEnvironment(),
        KnownKeys.of(loader == null ? CheckKeys.class.getClassLoader() : loader));
  }

  static void check(ConfigurableEnvironment environment, KnownKeys keys) {
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed
          && !ENVIRONMENT.contains(source.getName())) {
        for (String key : listed.getPropertyNames()) {
          if (key.startsWith(OURS) && !keys.knows(key)) {
            throw UnknownKey.of(key, source.getName(), keys);
          }
        }
      }
    }
  }
}
