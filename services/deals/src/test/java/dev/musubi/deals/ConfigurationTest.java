package dev.musubi.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfigurationTest {
  @EnableConfigurationProperties(DealsSettings.class)
  static class Settings {}

  private static ApplicationContextRunner with(String... properties) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues(properties);
  }

  @Test
  void what_is_left_out_has_a_default() {
    with()
        .run(
            context -> {
              DealsSettings settings = context.getBean(DealsSettings.class);
              assertThat(settings.answerWithin()).isEqualTo(Duration.ofDays(14));
              assertThat(settings.remindEvery()).isEqualTo(Duration.ofMinutes(5));
              assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
            });
  }

  @Test
  void unknown_and_impossible_values_stop_the_start() {
    for (String wrong :
        new String[] {"colour=red", "answer-within=0s", "remind-every=-5m", "zone=Nowhere/City"}) {
      with("musubi.deals." + wrong).run(context -> assertThat(context).as(wrong).hasFailed());
    }
  }
}
