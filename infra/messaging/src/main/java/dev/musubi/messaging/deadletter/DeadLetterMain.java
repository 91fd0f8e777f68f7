package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.KafkaClients;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** {@code musubi dead-letters}: for operators, on the command line. */
public final class DeadLetterMain {
  private static final String USAGE =
      """
      usage: dead-letters list   [--consumer NAME] [--all] [--limit N]
             dead-letters show   ID
             dead-letters replay ID... | --consumer NAME  [--always]
             dead-letters drop   ID... | --consumer NAME  --note TEXT

      list     what no one has decided about yet; --all shows the decided ones too
      show     one of them with its headers and its value
      replay   sends it once more to the consumer that failed, and to no other; passed over when
               that consumer has handled a later version meanwhile, unless --always is given
      drop     decides that it shall not be handled; it stays readable, with your note

      The address of Kafka comes from the variable MUSUBI_KAFKA or from --kafka HOST:PORT.
      """;

  private DeadLetterMain() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, System.getenv(), out, err));
  }

  /**
   * Runs one command.
   *
   * @return 0 when done, 1 when that was not possible, 2 when the command was not understood
   */
  public static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      DeadLetterArguments parsed = DeadLetterArguments.parse(arguments);
      String kafka = parsed.kafka().orElse(environment.getOrDefault("MUSUBI_KAFKA", ""));
      if (kafka.isBlank()) {
        throw new IllegalArgumentException("set MUSUBI_KAFKA or give --kafka HOST:PORT");
      }
      KafkaClients clients = new KafkaClients(kafka, Map.of());
      return new DeadLetterCommands(
              new DeadLetters(clients),
              new DecideDeadLetters(clients, Clock.systemUTC()),
              environment.getOrDefault("USER", "operator"),
              out,
              err)
          .run(parsed);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.print(USAGE);
      return 2;
    } catch (KafkaException | IllegalStateException e) {
      err.println("dead-letters: " + e.getMessage());
      return 1;
    }
  }
}
