package dev.musubi.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Uploads files of listings to a running copy, and shows what becomes of each row. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_PROBLEMS = 20;

  @Mixin private final FolderOption folder = new FolderOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.import-file")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  private String format = "auto";

  @Option(names = "--organisation", paramLabel = "ID", descriptionKey = "option.organisation")
  private @Nullable String organisation;

  @Option(names = "--mandate", paramLabel = "TEXT", descriptionKey = "option.mandate")
  private @Nullable String mandate;

  @Option(names = "--drafts", descriptionKey = "option.drafts")
  private boolean drafts;

  @Option(names = "--all-errors", descriptionKey = "option.all-errors")
  private boolean allErrors;

  /** 0 when every row was taken, 3 when some were not. */
  @Override
  public Integer call() {
    var missing = files.stream().filter(file -> !Files.isReadable(file)).findFirst();
    if (missing.isPresent()) {
      throw Texts.failure("failure.file", missing.get());
    }
    var run = folder.running();
    var api = new Api(new Addresses(run.port()), DataFolder.existing(folder.path()));
    var owner = organisation == null ? Organisations.forImport(api, run.demo()) : organisation;
    int result = 0;
    for (var file : files) {
      result = Math.max(result, send(api, file, owner, run.demo()));
    }
    return result;
  }

  private int send(Api api, Path file, String owner, boolean demo) {
    var upload =
        Upload.of(api, file)
            .with("format", format)
            .with("publish", Boolean.toString(!drafts))
            .with("mandate", mandate(file, demo))
            .with("organisation", owner);
    System.out.println(Texts.of("import.sending", file, name(api, owner)));
    var end = upload.follow(new ImportProgress()::show);
    System.out.println();
    ImportProgress.summary(end);
    end.path("unknownColumns")
        .forEach(column -> System.out.println(Texts.of("import.unknown", text(column))));
    return problems(upload, end) || !end.path("state").asString("").equals("DONE") ? 3 : 0;
  }

  /** On a copy with samples a collection needs no papers: it is shown as a sample, too. */
  private @Nullable String mandate(Path file, boolean demo) {
    return mandate == null && organisation == null && demo
        ? Texts.of("import.sample-mandate", file.getFileName())
        : mandate;
  }

  private static String name(Api api, String owner) {
    var response = api.send(api.request(api.door("/api/v1/organisations/" + owner)).GET());
    return response.statusCode() == 200
        ? Organisations.name(Api.JSON.readTree(response.body()))
        : owner;
  }

  /** Shows them; whether a row was refused. */
  private boolean problems(Upload upload, JsonNode end) {
    var failure = end.path("failure").asString("");
    if (!failure.isEmpty()) {
      System.out.println("  " + failure);
    }
    var found = new int[1];
    upload.problems(
        end,
        problem -> {
          if (allErrors || found[0] < SHOWN_PROBLEMS) {
            System.out.println("  " + problem(problem));
          }
          found[0]++;
        },
        allErrors ? Integer.MAX_VALUE : SHOWN_PROBLEMS + 1);
    if (!allErrors && found[0] > SHOWN_PROBLEMS) {
      System.out.println(Texts.of("import.more", SHOWN_PROBLEMS));
    }
    return end.path("rejected").asLong(0) > 0;
  }

  static String problem(JsonNode problem) {
    return Texts.of(
        problem.path("severity").asString("").equals("WARNING")
            ? "import.warning"
            : "import.problem",
        problem.path("line").asString("-"),
        problem.path("externalId").asString(""),
        problem.path("column").asString(""),
        problem.path("message").asString(problem.toString()));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }
}
