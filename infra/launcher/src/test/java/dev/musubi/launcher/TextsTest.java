package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
final class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+}");

  @Test
  void every_text_is_there_in_both_languages_with_the_same_places() throws IOException {
    var english = texts("texts.properties");
    var japanese = texts("texts_ja.properties");
    assertThat(japanese.keySet()).isEqualTo(english.keySet());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(japanese.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key))));
  }

  @Test
  void reasons_of_processes_are_told_in_the_reader_s_words() {
    assertThat(Reasons.of("does not listen yet")).isEqualTo(Texts.of("reason.closed"));
    assertThat(Reasons.of("ended with code 137")).isEqualTo(Texts.of("reason.ended", "137"));
    assertThat(Reasons.of("the roles could not be set up")).contains("roles");
    assertThat(Reasons.of(null)).isEmpty();
  }

  private static java.util.Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(String file) throws IOException {
    var texts = new Properties();
    try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(file))) {
      texts.load(in);
    }
    return texts;
  }
}
