package dev.musubi.observability.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A key that nobody reads stops the start in one line that says what to do. */
final class CheckKeysTest {
  private static final KnownKeys KEYS = KnownKeys.of(CheckKeysTest.class.getClassLoader());
  private final Locale before = Locale.getDefault();

  record Sample(String firstName, Inner inner, Map<String, String> client, List<String> names) {}

  record Inner(int mostRequests) {}

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "musubi.sample.first-name",
        "musubi.sample.firstName",
        "musubi.sample.inner.most-requests",
        "musubi.sample.client.security.protocol",
        "musubi.sample.names[3]",
        "musubi.trace.endpoint",
        "other.first-nam"
      })
  void what_somebody_reads_may_be_set(String key) {
    assertThatCode(() -> start(key)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "musubi.sample.frist-name | is not known: did you mean musubi.sample.first-name?",
        "musubi.sample.inner.most-request | is not known: did you mean"
            + " musubi.sample.inner.most-requests?",
        "musubi.simple.first-name | is not known: did you mean musubi.sample.first-name?",
        "musubi.weather.forecast.from.tomorrow.on | is not known: remove it.",
        "musubi.sample.old-name | is now musubi.sample.first-name: rename it.",
        "musubi.sample.colour | is no longer read: remove it."
      })
  void what_nobody_reads_stops_the_start(String key, String told) {
    assertThatThrownBy(() -> start(key))
        .isInstanceOf(UnknownKey.class)
        .hasMessage("The configuration key " + key + " (given) " + told);
  }

  @Test
  void it_is_said_in_japanese_to_who_reads_japanese() {
    Locale.setDefault(Locale.JAPANESE);
    assertThatThrownBy(() -> start("musubi.sample.old-name"))
        .hasMessage(
            "設定キー musubi.sample.old-name（given）は musubi.sample.first-name に変わりました。名前を直してください。");
    assertThatThrownBy(() -> start("musubi.sample.frist-name"))
        .hasMessageContaining("musubi.sample.first-name の誤りではありませんか。");
  }

  @Test
  void it_is_reported_in_one_line_and_not_as_a_stack_trace() {
    UnknownKey failure = UnknownKey.of("musubi.x", "given", KEYS);
    var report = Objects.requireNonNull(new UnknownKeyReport().analyze(failure));
    assertThat(report.getDescription()).isEqualTo(failure.getMessage()).doesNotContain("\n");
  }

  @Test
  void variables_of_the_environment_may_be_those_of_other_services() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("musubi.elsewhere", "x")));
    assertThatCode(() -> CheckKeys.check(environment, KEYS)).doesNotThrowAnyException();
  }

  private static void start(String key) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(key, "1")));
    CheckKeys.check(environment, KEYS);
  }
}
