package dev.musubi.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Headline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail as it was last read and found good by a person. {@code -Dmusubi.mails.write=true}
 * writes them anew.
 */
final class LettersTest {
  private static final Path SNAPSHOTS = Path.of("src/test/resources/mails");

  static Stream<Arguments> mails() {
    return Samples.contents().keySet().stream()
        .flatMap(kind -> Stream.of(Language.values()).map(lang -> Arguments.of(kind, lang)));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void mail_reads_as_it_was_approved(String kind, Language language) throws IOException {
    Letters.Written written = Samples.write(kind, language);
    String name = kind + "." + language.code();
    compare(name + ".txt", "Subject: " + written.subject() + "\n\n" + written.text());
    compare(name + ".html", written.html());
  }

  private static void compare(String name, String text) throws IOException {
    Path file = SNAPSHOTS.resolve(name);
    if (Boolean.getBoolean("musubi.mails.write")) {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void plain_text_has_no_line_wider_than_a_screen_and_addresses_whole(
      String kind, Language language) {
    String text = Samples.write(kind, language).text();
    assertThat(text.lines().filter(line -> !line.contains("://")).mapToInt(LettersTest::columns))
        .allMatch(columns -> columns <= 72);
    assertThat(text.lines().filter(line -> line.contains("://")))
        .allMatch(line -> line.matches("\\S+"));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void html_is_small_has_a_language_and_loads_nothing(String kind, Language language) {
    String html = Samples.write(kind, language).html();
    assertThat(html.getBytes(UTF_8)).hasSizeLessThan(80_000);
    assertThat(html).contains("lang=\"" + language.code() + "\"");
    assertThat(html).doesNotContain("<img", "<script", "<link", "@import", "url(", " th:", "xmlns");
  }

  @ParameterizedTest
  @MethodSource("mails")
  void every_mail_names_its_sender_and_whom_to_ask(String kind, Language language) {
    Letters.Written written = Samples.write(kind, language);
    String sender = language == Language.JA ? "結び Musubi 運営事務局" : "The Musubi Office";
    assertThat(written.text()).contains(sender, "office@musubi.example", "中之島");
    assertThat(written.html()).contains(sender, "office@musubi.example", "中之島");
  }

  @Test
  void confirmation_advertises_nothing() {
    for (Language language : Language.values()) {
      String text = Samples.write("confirmation", language).text();
      assertThat(text).doesNotContain("/search", "/listings", "/digest", "/u/");
      assertThat(text).contains("https://musubi.example/c/TOKEN");
    }
  }

  @Test
  void every_text_exists_in_both_languages() throws IOException {
    assertThat(keys("texts_ja.properties")).isEqualTo(keys("texts_en.properties"));
  }

  private static List<String> keys(String file) throws IOException {
    return Files.readAllLines(Path.of("src/main/resources/mail", file)).stream()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')))
        .toList();
  }

  @Test
  void digest_of_the_most_listings_stays_below_what_mail_programs_cut_off() {
    Content.MatchFound one = (Content.MatchFound) Samples.contents().get("match");
    assertThat(one).isNotNull();
    List<Found> twenty = Collections.nCopies(20, one == null ? null : one.match());
    Content digest =
        new Content.MemberDigest(
            java.time.LocalDate.of(2026, 11, 23),
            List.of(new Content.Section(Samples.id(1), "ニーズ", twenty, 5)));
    String html = Samples.LETTERS.write(digest, Samples.reader(digest, Language.JA)).html();
    assertThat(html.getBytes(UTF_8)).hasSizeLessThan(80_000);
  }

  @Test
  void titles_from_outside_are_text_and_never_markup() {
    Headline hostile =
        new Headline(
            Samples.id(9),
            List.of(
                new dev.musubi.model.event.MatchState.Title(
                    "ja", "<script>alert(1)</script>\"onload=x${1+1}[[${2+2}]]#{card.see}{0}'")),
            List.of(),
            "<b>owner</b>",
            null,
            "99");
    Content content =
        new Content.MatchFound(
            new Found(Samples.id(8), hostile, List.of()), Samples.id(7), "{0} ''<i>need</i>");
    Letters.Written written = Samples.LETTERS.write(content, Samples.reader(content, Language.JA));
    assertThat(written.html()).doesNotContain("<script>", "<b>owner", "<i>need");
    assertThat(written.html()).contains("${1+1}[[${2+2}]]#{card.see}{0}");
    assertThat(written.text()).contains("${1+1}[[${2+2}]]#{card.see}{0}'", "「{0} ''<i>need</i>」");
  }

  private static int columns(String line) {
    return line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }
}
