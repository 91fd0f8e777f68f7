package dev.musubi.launcher;

import dev.musubi.engines.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands over to the measurements of {@code infra/bench}, with all its arguments. */
@Command(name = "bench", resourceBundle = "dev.musubi.launcher.texts")
final class BenchCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var application = Application.current();
    var words = new ArrayList<String>();
    words.add(JavaCommand.ownHome().resolve("bin/java").toString());
    words.add("-Dmusubi.app=" + application.folder());
    words.add("-Dmusubi.home=" + System.getProperty("musubi.home"));
    words.add("-Duser.language=" + Locale.getDefault().getLanguage());
    words.add("-Xmx2g");
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("-cp");
    words.add(
        String.join(
            File.pathSeparator,
            application.classPath("bench").stream().map(Object::toString).toList()));
    words.add("dev.musubi.bench.Bench");
    words.addAll(arguments);
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
