package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.deadletter.DeadLetterArguments.Verb;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The commands about dead letters. */
final class DeadLetterCommands {
  private final DeadLetters letters;
  private final DecideDeadLetters decide;
  private final String operator;
  private final PrintStream out;
  private final PrintStream err;

  DeadLetterCommands(
      DeadLetters letters,
      DecideDeadLetters decide,
      String operator,
      PrintStream out,
      PrintStream err) {
    this.letters = letters;
    this.decide = decide;
    this.operator = operator;
    this.out = out;
    this.err = err;
  }

  int run(DeadLetterArguments arguments) {
    return switch (arguments.verb()) {
      case LIST -> list(arguments);
      case SHOW -> show(arguments.ids().getFirst());
      case REPLAY, DROP -> decide(arguments);
    };
  }

  private int list(DeadLetterArguments arguments) {
    List<DeadLetter> found = select(arguments, arguments.showsDecided());
    found.stream().limit(arguments.limit()).forEach(this::line);
    if (found.size() > arguments.limit()) {
      out.printf("… and %d more (--limit)%n", found.size() - arguments.limit());
    }
    if (found.isEmpty()) {
      out.println("no dead letters");
    }
    return 0;
  }

  private void line(DeadLetter letter) {
    Decision decision = letter.decision();
    out.printf(
        "%s  %s  %s  key %s  %s%s%n",
        letter.id(),
        letter.at(),
        letter.type().isEmpty() ? "(no type)" : Shown.text(letter.type()),
        letter.key().isEmpty() ? "(none)" : Shown.text(letter.key()),
        Shown.text(firstLine(letter.reason())),
        decision == null ? "" : "  [" + text(decision) + "]");
  }

  private int show(LetterId id) {
    Optional<DeadLetter> found = letters.find(id);
    if (found.isEmpty()) {
      err.println("there is no dead letter " + id);
      return 1;
    }
    DeadLetter letter = found.get();
    Decision decision = letter.decision();
    out.println("id:        " + letter.id());
    out.println("at:        " + letter.at());
    out.println("consumer:  " + letter.consumer());
    out.println("origin:    " + letter.origin());
    out.println("attempts:  " + letter.attempts());
    out.println("reason:    " + Shown.text(letter.reason()));
    out.println("decision:  " + (decision == null ? "none" : text(decision)));
    out.println("key:       " + Shown.text(letter.key()));
    for (Header each : letter.headers()) {
      if (!each.key().startsWith(LetterHeaders.PREFIX)) {
        out.println("header:    " + Shown.text(each.key() + " = " + text(each.value())));
      }
    }
    out.println("stack:");
    letter.stack().lines().forEach(line -> out.println("  at " + Shown.text(line)));
    out.println("value:");
    out.println(
        letter.value().map(Shown::text).orElse(letter.isValueOmitted() ? "(too large)" : "(none)"));
    return 0;
  }

  private int decide(DeadLetterArguments arguments) {
    List<DeadLetter> chosen = new ArrayList<>(select(arguments, false));
    for (LetterId id : arguments.ids()) {
      Optional<DeadLetter> found = letters.find(id);
      if (found.isEmpty()) {
        err.println("there is no dead letter " + id + "; nothing was done");
        return 1;
      }
      Decision before = found.get().decision();
      if (before != null) {
        err.println(id + " was already " + text(before) + "; nothing was done");
        return 1;
      }
      chosen.add(found.get());
    }
    if (arguments.verb() == Verb.REPLAY) {
      decide.replay(chosen, arguments.replay(), operator);
      out.println(chosen.size() + " replayed");
    } else {
      decide.drop(chosen, operator, arguments.note());
      out.println(chosen.size() + " dropped");
    }
    return 0;
  }

  /** Letters of the consumer that was named, or for a list of all. */
  private List<DeadLetter> select(DeadLetterArguments arguments, boolean decided) {
    List<DeadLetter> found = new ArrayList<>();
    if (arguments.ids().isEmpty()) {
      letters.forEach(
          letters.topics(),
          it -> {
            boolean wanted = arguments.consumer().map(it.consumer()::equals).orElse(true);
            if (wanted && (decided || it.decision() == null)) {
              found.add(it);
            }
          });
    }
    return found;
  }

  private static String text(Decision decision) {
    return decision.what()
        + " "
        + decision.at()
        + " by "
        + decision.by()
        + (decision.note().isEmpty() ? "" : ": " + decision.note());
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "(none)" : new String(value, StandardCharsets.UTF_8);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
