package dev.musubi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What reads codes, numbers and names is given texts on which expressions like to despair. */
final class EndlessTextTest {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int LENGTH = 10_000;

  private static final Map<String, Consumer<String>> READERS = new LinkedHashMap<>();

  static {
    READERS.put("IPC", Ipc::tryParse);
    READERS.put("FI", Fi::tryParse);
    READERS.put("CPC", Cpc::tryParse);
    READERS.put("F-term", FTerm::tryParse);
    READERS.put("corporate number", CorporateNumber::tryParse);
    READERS.put("organisation", OrganisationName::key);
    READERS.put("stage", Trl::ofEenStage);
    READERS.put("prefecture", Prefecture::find);
    READERS.put("industry", Jsic::tryParse);
    READERS.put("language", Language::find);
    READERS.put("number", text -> PatentNumber.tryParse(text, "JP", null));
    READERS.put(
        "application", text -> PatentNumber.tryParse(text, "US", PatentNumber.Type.APPLICATION));
    READERS.put("field", text -> Vocabulary.TECHNICAL_FIELDS.code(text));
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String part :
        List.of(
            "1", "0", " ", "\u3000", "A", "a/", "-", "--1", "1/", "/1", "特", "特願", "特許第", "号",
            "B07C", "B07C5/", "株式会社", "（株）", "()", "((", "\u0301", "令和", "R3", "@", "A@1", "ｶﾞ",
            "﷽", "😀")) {
      String many = part.repeat(LENGTH / part.length());
      texts.add(many);
      texts.add(many + "!");
      texts.add("B07C 5/342" + many + "x");
      texts.add("特願2020-" + many + "x");
    }
    return texts;
  }

  @Test
  void no_text_takes_long_to_be_read_or_refused() {
    List<String> late = new ArrayList<>();
    READERS.forEach(
        (name, reader) -> {
          for (String text : texts()) {
            long begun = System.nanoTime();
            readOrRefuse(reader, text);
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            if (taken.compareTo(LONGEST) > 0) {
              late.add(name + " took " + taken + " for " + text.substring(0, 20));
            }
          }
        });
    assertThat(late).isEmpty();
  }

  private static void readOrRefuse(Consumer<String> reader, String text) {
    try {
      reader.accept(text);
    } catch (InvalidValue refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
