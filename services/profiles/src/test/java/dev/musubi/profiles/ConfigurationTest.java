package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfigurationTest {
  @EnableConfigurationProperties(ProfilesSettings.class)
  static class Settings {}

  private static Map<String, String> least() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("public-url", "http://localhost:8080");
    values.put("service-secrets", "listings=a, web=b=c");
    values.put("key-secret", "0123456789abcdef");
    return values;
  }

  private static ApplicationContextRunner runner(Map<String, String> values) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues(
            values.entrySet().stream()
                .map(e -> "musubi.profiles." + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }

  @Test
  void what_is_left_out_has_a_default() {
    runner(least())
        .run(
            context -> {
              ProfilesSettings settings = context.getBean(ProfilesSettings.class);
              assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
              assertThat(settings.demo()).isFalse();
              assertThat(settings.accessTokenLife()).isEqualTo(Duration.ofMinutes(10));
              assertThat(settings.refreshTokenLife()).isEqualTo(Duration.ofHours(12));
              assertThat(settings.secrets())
                  .containsExactlyInAnyOrderEntriesOf(Map.of("listings", "a", "web", "b=c"));
              assertThat(settings.toString()).doesNotContain("0123456789abcdef", "listings");
            });
  }

  @Test
  void unknown_missing_and_weak_keys_stop_the_start() {
    Map<String, String> unknown = least();
    unknown.put("colour", "red");
    runner(unknown).run(context -> assertThat(context).hasFailed());
    for (String key : least().keySet()) {
      Map<String, String> missing = least();
      missing.remove(key);
      runner(missing).run(context -> assertThat(context).as(key).hasFailed());
    }
    Map<String, String> weak = least();
    weak.put("key-secret", "short");
    runner(weak).run(context -> assertThat(context).hasFailed());
  }

  @Test
  void secrets_that_are_no_list_are_told() {
    ProfilesSettings settings =
        new ProfilesSettings(
            URI.create("http://x"), "listings", "k", false, Duration.ZERO, Duration.ZERO);
    assertThatThrownBy(settings::secrets).hasMessageContaining("MUSUBI_SERVICE_SECRETS");
  }
}
