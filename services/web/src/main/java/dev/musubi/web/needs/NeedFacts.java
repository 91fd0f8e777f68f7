package dev.musubi.web.needs;

import dev.musubi.model.event.NeedState;
import dev.musubi.web.clients.Need;
import dev.musubi.web.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a need says beside its text, in words, for its page: clues and conditions. */
final class NeedFacts {
  private final Words words;
  private final List<Fact> facts = new ArrayList<>();

  private NeedFacts(Words words) {
    this.words = words;
  }

  static List<Fact> of(Need need, Words words) {
    NeedFacts facts = new NeedFacts(words);
    facts.clues(need.elements());
    facts.coded("need.wants", need.wants(), want -> words.code("want", want));
    facts.conditions(need.constraints());
    return List.copyOf(facts.facts);
  }

  private void clues(NeedState.@Nullable Elements elements) {
    if (elements != null) {
      typed("need.material", elements.material());
      typed("need.method", elements.method());
      typed("need.efficacy", elements.efficacy());
      typed("need.product", elements.product());
      typed("need.application", elements.application());
    }
  }

  private void conditions(NeedState.@Nullable Constraints conditions) {
    if (conditions == null) {
      return;
    }
    coded("need.kinds", conditions.licenceKinds(), kind -> words.code("offer", kind));
    if (conditions.remainingYearsMin() != null) {
      String least = words.say("facet.remaining.least", conditions.remainingYearsMin());
      facts.add(new Fact(words.say("facet.remaining"), least, false));
    }
    coded("facet.prefecture", conditions.prefectures(), words::prefecture);
  }

  private void typed(String key, List<String> values) {
    add(key, values, true);
  }

  private <T> void coded(String key, List<T> values, Function<T, String> word) {
    add(key, values.stream().map(word).toList(), false);
  }

  private void add(String key, List<String> values, boolean typed) {
    if (!values.isEmpty()) {
      String all = String.join(words.say("reason.join"), values);
      facts.add(new Fact(words.say(key), all, typed));
    }
  }

  /**
   * One line.
   *
   * @param typed true when the value is in the need's language, not in the reader's
   */
  record Fact(String name, String value, boolean typed) {}
}
