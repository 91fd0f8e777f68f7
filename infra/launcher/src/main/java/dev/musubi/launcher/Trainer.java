package dev.musubi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Makes the caches that speed up later starts (JEP 483, 514), once for each build, when the copy is
 * up and with the lowest priority: each service is started once more, as far as the refresh of its
 * context, which neither listens nor consumes, and the JVM keeps the classes it has loaded and
 * linked. See RATIONALE.md for what it brings.
 */
final class Trainer {
  private static final Pattern DRAFT = Pattern.compile(".+\\.aot\\.([0-9]+)(\\.config)?");
  private static final int LIMIT_MINUTES = 15;

  private Trainer() {}

  static void start(Addresses addresses, DataFolder data, Application application, boolean demo) {
    Thread.ofPlatform()
        .daemon()
        .name("train")
        .start(
            () -> {
              forgetLeftovers(application);
              for (var service : Service.values()) {
                if (application.has(service) && !Files.exists(application.cache(service.id()))) {
                  train(
                      new ServiceProcess(
                          new Instances.Instance(service, 1), addresses, data, application, demo));
                }
              }
            });
  }

  private static void train(ServiceProcess service) {
    var cache = service.application().cache(service.service().id());
    var draft = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
    try {
      var words = new ArrayList<>(List.of("nice", "-n", "19"));
      words.addAll(
          service
              .command(List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh"))
              .words());
      var log = service.data().logs().resolve("training.log");
      var builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(service.environment());
      // The service itself listens there; should the training come so far, it takes any port.
      builder.environment().put("SERVER_PORT", "0");
      finish(builder.start(), draft, cache);
    } catch (IOException failure) {
      // Without the cache the next start is slower, and that is all.
      System.err.println("musubi: " + failure.getMessage());
    }
  }

  private static void finish(Process process, Path draft, Path cache) throws IOException {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      if (Files.exists(draft)) {
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      Files.deleteIfExists(draft);
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
    }
  }

  /** Drafts of a copy that was killed while it trained; they are large. */
  private static void forgetLeftovers(Application application) {
    try (var files = Files.list(application.folder())) {
      for (var file : files.toList()) {
        var draft = DRAFT.matcher(file.getFileName().toString());
        if (draft.matches() && ProcessHandle.of(Long.parseLong(draft.group(1))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException failure) {
      System.err.println("musubi: " + failure.getMessage());
    }
  }
}
