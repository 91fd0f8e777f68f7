package dev.musubi.launcher;

import dev.musubi.engines.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * Lists, shows, replays or drops events that no consumer could handle, and those that a service
 * cannot send: both wait for a person.
 */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class DeadLettersCommand implements Callable<Integer> {
  @Mixin private final FolderOption folder = new FolderOption();

  /** Also the options: they are those of the program that comes with messaging. */
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var run = folder.running();
    var addresses = new Addresses(run.port());
    if (arguments.isEmpty()) {
      arguments.add("list");
    }
    var parked =
        new ParkedKeys(
            new Api(addresses, DataFolder.existing(folder.path())),
            run.parts().stream().map(Run.Part::name).toList());
    if (arguments.stream().skip(1).anyMatch(ParkedKeys::names)) {
      return parked.decide(arguments.getFirst(), arguments.subList(1, arguments.size()));
    }
    int result = letters(addresses);
    if (arguments.getFirst().equals("list") && !arguments.contains("--consumer")) {
      parked.list();
    }
    return result;
  }

  /** A process of its own, with the class path of a service: the commands come with messaging. */
  private int letters(Addresses addresses) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(JavaCommand.ownHome().resolve("bin/java").toString());
    words.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.add("--enable-native-access=ALL-UNNAMED"); // Kafka's compression
    words.add("-Dlogback.configurationFile=dev/musubi/messaging/deadletter/quiet-logback.xml");
    words.addAll(
        List.of(
            "-cp",
            String.join(
                File.pathSeparator,
                Application.current().classPath("matching").stream()
                    .map(Object::toString)
                    .toList())));
    words.add("dev.musubi.messaging.deadletter.DeadLetterMain");
    words.addAll(arguments);
    var builder = new ProcessBuilder(words).inheritIO();
    builder.environment().put("MUSUBI_KAFKA", "127.0.0.1:" + addresses.engines().kafka());
    return builder.start().waitFor();
  }
}
