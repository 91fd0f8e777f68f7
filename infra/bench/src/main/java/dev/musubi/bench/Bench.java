package dev.musubi.bench;

import dev.musubi.bench.alerts.AlertsCommand;
import dev.musubi.bench.goals.GoalsCommand;
import dev.musubi.bench.load.MatchingCommand;
import dev.musubi.bench.quality.QualityCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry of {@code musubi bench}. */
@Command(
    name = "musubi bench",
    resourceBundle = "dev.musubi.bench.texts",
    subcommands = {
      QualityCommand.class,
      MatchingCommand.class,
      AlertsCommand.class,
      GoalsCommand.class,
      HelpCommand.class
    })
public final class Bench {
  private Bench() {}

  /** Ends with 0 when it has measured, 1 when it could not, 2 for a wrong command line. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** For tests, which give it streams of their own. */
  public static CommandLine commandLine() {
    var commands = new CommandLine(new Bench());
    commands.setResourceBundle(Texts.bundle());
    commands.setExecutionExceptionHandler(
        (failure, command, result) -> {
          var text = failure.getMessage();
          command
              .getErr()
              .println("musubi bench: " + (text == null ? failure.getClass().getName() : text));
          if (!(failure instanceof BenchFailure)) {
            failure.printStackTrace(command.getErr());
          }
          return 1;
        });
    return commands;
  }
}
