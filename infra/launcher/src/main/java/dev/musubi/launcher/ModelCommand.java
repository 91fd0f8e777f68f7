package dev.musubi.launcher;

import dev.musubi.engines.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows, checks, exports and changes the model whose vectors matching compares. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class ModelCommand implements Callable<Integer> {
  private static final List<String> FILES =
      List.of("CARD.md", "model.onnx", "tokenizer.json", "centre.tsv");

  @Mixin private final FolderOption folder = new FolderOption();

  @Parameters(index = "0", defaultValue = "show", paramLabel = "show|check|export|use")
  private String what = "show";

  @Parameters(index = "1", arity = "0..1", paramLabel = "DIR")
  private @Nullable Path path;

  @Override
  public Integer call() throws IOException, InterruptedException {
    switch (what) {
      case "show" -> show();
      case "check" -> check(path == null ? current() : path).forEach(ModelCommand::tell);
      case "export" -> export(needed());
      case "use" -> use(needed());
      default -> throw Texts.failure("failure.model-what", what);
    }
    return 0;
  }

  private Path needed() {
    if (path == null) {
      throw Texts.failure("failure.model-folder", what);
    }
    return path;
  }

  private Path current() {
    return new ChosenModel(DataFolder.existing(folder.path()))
        .folder()
        .orElseThrow(() -> Texts.failure("failure.model-none"));
  }

  private static void tell(String key, String value) {
    System.out.printf("%-20s %s%n", key, value);
  }

  private void show() {
    var api = new Api(new Addresses(folder.running().port()), DataFolder.existing(folder.path()));
    var answer = api.json(api.request(api.of(Service.MATCHING, "/internal/embedding")).GET());
    tell("state", answer.path("state").asString(""));
    tell("model", answer.at("/model/name").asString("-"));
    tell("sha256", answer.at("/model/fingerprint").asString("-"));
    tell("dimensions", answer.at("/model/dimensions").asString("-"));
    tell("waiting", String.valueOf(answer.path("waiting").asLong(0)));
    tell("per-second", answer.path("perSecond").asString("-"));
    tell("remaining", answer.path("remaining").asString("-"));
    var trouble = answer.path("trouble").asString("");
    if (!trouble.isEmpty()) {
      tell("trouble", trouble);
    }
  }

  /** Loads it in a process of its own, with the class path of matching. */
  private static Map<String, String> check(Path model) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(JavaCommand.ownHome().resolve("bin/java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("-cp", classPath(), "dev.musubi.embedding.ModelMain", model.toString()));
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw Texts.failure("failure.model-bad", model);
    }
    var facts = new LinkedHashMap<String, String>();
    told.lines()
        .filter(it -> it.matches("[a-z0-9-]+ .*"))
        .forEach(
            it -> facts.put(it.substring(0, it.indexOf(' ')), it.substring(it.indexOf(' ') + 1)));
    return facts;
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Application.current().classPath("matching").stream().map(Object::toString).toList());
  }

  private void export(Path target) throws IOException {
    var source = current();
    Files.createDirectories(target);
    for (var file : FILES) {
      if (Files.exists(source.resolve(file))) {
        Files.copy(source.resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    System.out.println(Texts.of("model.exported", source, target));
  }

  private void use(Path model) throws IOException, InterruptedException {
    var facts = check(model);
    facts.forEach(ModelCommand::tell);
    var chosen = new ChosenModel(DataFolder.existing(folder.path()));
    chosen.choose(model, facts.getOrDefault("dimensions", "384"));
    System.out.println(Texts.of("model.chosen", model));
  }
}
