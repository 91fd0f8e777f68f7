package dev.musubi.web.operation;

import dev.musubi.observability.Operation;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Reading.Kind;
import dev.musubi.web.language.Words;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service on the health page.
 *
 * @param name as people call it
 * @param since since when this instance runs; null when it does not answer
 * @param lines what is late first
 * @param worries what somebody has to do something about
 */
public record ServiceState(
    String id, String name, @Nullable String since, List<Line> lines, List<Worry> worries) {

  static ServiceState of(String id, Operation.Report report, Words words) {
    String name = words.code("service", id);
    List<Line> lines =
        report.readings().stream()
            .sorted(Comparator.comparing(Reading::late).reversed())
            .map(reading -> Line.of(reading, words))
            .toList();
    List<Worry> worries =
        report.readings().stream()
            .filter(Reading::late)
            .map(reading -> Worry.of(id, name, reading, words))
            .toList();
    return new ServiceState(id, name, words.moment(report.begun().toString()), lines, worries);
  }

  static ServiceState away(String id, Words words) {
    String name = words.code("service", id);
    Worry worry =
        new Worry(
            words.say("operation.worry.away", name), words.say("operation.next.service", id), null);
    return new ServiceState(id, name, null, List.of(), List.of(worry));
  }

  /** Whether it answers. */
  public boolean answers() {
    return since != null;
  }

  /** Whether all of it is as it should be. */
  public boolean well() {
    return worries.isEmpty();
  }

  /**
   * One reading in words.
   *
   * @param state a word for how it is
   */
  public record Line(String label, String value, String age, boolean late, String state) {
    static Line of(Reading reading, Words words) {
      String label = label(reading, words);
      String age = reading.oldestSeconds() > 0 ? Spans.of(reading.oldestSeconds(), words) : "";
      return new Line(label, value(reading, words), age, reading.late(), state(reading, words));
    }

    static String label(Reading reading, Words words) {
      String label = words.code("reading", reading.what());
      return reading.of() == null
          ? label
          : words.say("operation.of", label, words.code("readingOf", reading.of()));
    }

    private static String value(Reading reading, Words words) {
      return switch (reading.kind()) {
        case ENGINE ->
            reading.late() || reading.count() == 0
                ? ""
                : words.say("operation.millis", reading.count());
        case DISK -> words.say("operation.free", Spans.gigabytes(reading.count()));
        case WAITING, STUCK, NOTE -> words.say("operation.count", reading.count());
      };
    }

    private static String state(Reading reading, Words words) {
      if (reading.kind() == Kind.NOTE) {
        return "";
      }
      return words.say("operation.state." + reading.kind() + (reading.late() ? ".bad" : ".good"));
    }
  }

  /**
   * Something to see to.
   *
   * @param sentence what is the matter
   * @param next what to do
   * @param trouble what the program said, word by word
   */
  public record Worry(String sentence, String next, @Nullable String trouble) {
    static Worry of(String id, String name, Reading reading, Words words) {
      String label = Line.label(reading, words);
      String sentence =
          switch (reading.kind()) {
            case ENGINE -> words.say("operation.worry.ENGINE", name, label);
            case DISK ->
                words.say("operation.worry.DISK", name, label, Spans.gigabytes(reading.count()));
            case WAITING, NOTE ->
                words.say(
                    "operation.worry.WAITING",
                    name,
                    label,
                    reading.count(),
                    Spans.of(reading.oldestSeconds(), words));
            case STUCK -> words.say("operation.worry.STUCK", name, label, reading.count());
          };
      String next = words.say("operation.next." + reading.what(), id);
      return new Worry(sentence, next, reading.trouble());
    }
  }
}
