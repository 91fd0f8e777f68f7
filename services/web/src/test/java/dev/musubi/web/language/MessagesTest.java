package dev.musubi.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence exists in both languages, and templates hold none themselves. */
class MessagesTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]");
  private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

  @ParameterizedTest
  @ValueSource(strings = {"web", "words", "ipc"})
  void both_languages_have_the_same_keys_and_no_empty_sentence(String bundle) throws IOException {
    Properties ja = read(bundle + "_ja");
    Properties en = read(bundle + "_en");
    assertThat(ja.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    assertThat(ja.values()).noneMatch(sentence -> sentence.toString().isBlank());
    assertThat(en.values()).noneMatch(sentence -> sentence.toString().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "words", "ipc"})
  void both_languages_take_the_same_arguments(String bundle) throws IOException {
    Properties ja = read(bundle + "_ja");
    Properties en = read(bundle + "_en");
    for (String key : ja.stringPropertyNames()) {
      assertThat(arguments(ja.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
    }
  }

  @Test
  void every_key_of_a_template_is_a_sentence() throws IOException {
    Set<String> known = new TreeSet<>(read("web_ja").stringPropertyNames());
    known.addAll(read("words_ja").stringPropertyNames());
    for (Path template : templates()) {
      Matcher keys = KEY.matcher(Files.readString(template));
      while (keys.find()) {
        assertThat(known).as(template.toString()).contains(keys.group(1));
      }
    }
  }

  @Test
  void no_template_writes_a_sentence_of_its_own() throws IOException {
    for (Path template : templates()) {
      String shown =
          Files.readString(template)
              .replaceAll("<!--.*?-->", "")
              .replaceAll("<([a-z0-9]+)[^>]*th:u?text=[^>]*>[^<]*</\\1>", "")
              .replaceAll("(?s)<title.*?</title>", "")
              .replaceAll("<[^>]*>", "");
      String words = shown.replaceAll("(?s)Musubi|結び|IPC|[\\s·：—]+", "");
      assertThat(words).as(template.toString()).doesNotContainPattern(JAPANESE);
      assertThat(words).as(template.toString()).isEmpty();
    }
  }

  private static Set<String> arguments(String sentence) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d)[,}]").matcher(sentence);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Iterable<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.toList();
    }
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                MessagesTest.class.getResourceAsStream("/messages/" + name + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
