package dev.musubi.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry of the command line; the script {@code musubi} has built what is needed before. */
@Command(
    name = "musubi",
    resourceBundle = "dev.musubi.launcher.texts",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ImportCommand.class,
      ReindexCommand.class,
      DigestsCommand.class,
      DeadLettersCommand.class,
      ModelCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class Musubi {
  private Musubi() {}

  /** Ends with 0 when it did what was asked, 1 when it could not, 2 for a wrong command line. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    var commands = new CommandLine(new Musubi());
    commands.setExecutionExceptionHandler(
        (failure, command, result) -> {
          if (!message(failure).isEmpty()) {
            command.getErr().println("musubi: " + message(failure));
          }
          if (!(failure instanceof CommandFailure)) {
            failure.printStackTrace(command.getErr());
          }
          return 1;
        });
    commands.setParameterExceptionHandler(
        (wrong, words) -> {
          var command = wrong.getCommandLine();
          command
              .getErr()
              .println("musubi: " + Texts.of("failure.usage", String.valueOf(wrong.getMessage())));
          return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    return commands;
  }

  private static String message(Exception failure) {
    var text = failure.getMessage();
    return text == null ? failure.getClass().getSimpleName() : text;
  }
}
