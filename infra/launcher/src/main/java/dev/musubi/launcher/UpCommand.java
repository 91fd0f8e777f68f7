package dev.musubi.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a copy and stays with it until it is stopped. */
@Command(name = "up", mixinStandardHelpOptions = true, resourceBundle = "dev.musubi.launcher.texts")
final class UpCommand implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(200);

  @Mixin private final FolderOption folder = new FolderOption();

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
  private int port = 8080;

  @Option(names = "--demo", descriptionKey = "option.demo")
  private boolean demo;

  @Option(
      names = "--instances",
      paramLabel = "SERVICE=N",
      split = ",",
      descriptionKey = "option.instances")
  private List<String> instances = new ArrayList<>();

  @Option(names = "--detach", descriptionKey = "option.detach")
  private boolean detach;

  @Override
  public void run() {
    if (detach) {
      new DetachedUp(folder.path(), port, demo, instances).run();
      return;
    }
    var data = DataFolder.prepare(folder.path());
    var lock = data.lock();
    if (lock.isEmpty()) {
      throw Texts.failure("failure.in-use", data.path());
    }
    new Remains(data.runFile()).clear();
    var addresses = new Addresses(port, Instances.parse(instances));
    Ports.check(addresses);
    var application = Application.current();
    var copy = new Copy(addresses, data, application, demo);
    var stopping = stopAtTheEnd(copy, data);
    try {
      bringUp(copy, data, addresses);
      Trainer.start(addresses, data, application, demo);
      watch(copy, data, stopping);
    } catch (CommandFailure failure) {
      data.runFile().write(copy.run(false, failure.getMessage()));
      throw failure;
    }
  }

  private static CountDownLatch stopAtTheEnd(Copy copy, DataFolder data) {
    var stopping = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.countDown();
                  System.out.println(Texts.of("up.stopping"));
                  copy.stop();
                  data.runFile().delete();
                },
                "stop"));
    return stopping;
  }

  private void bringUp(Copy copy, DataFolder data, Addresses addresses) {
    var board = new Board(copy.names());
    copy.startEngines();
    while (!copy.isReady()) {
      copy.startServices();
      board.show(copy.children());
      data.runFile().write(copy.run(false, null));
      copy.children().stream()
          .filter(child -> child.hasFailed())
          .findFirst()
          .ifPresent(
              child -> {
                throw new CommandFailure(String.valueOf(child.failure().getMessage()));
              });
      pause(null);
    }
    board.show(copy.children());
    if (demo) {
      new Demo(new Api(addresses, data), data.secrets().demoPassword())
          .loadOnce(data.path().resolve("demo.loaded"));
    }
    data.runFile().write(copy.run(true, null));
    Summary.print(addresses, data, demo, board.elapsed());
  }

  private static void watch(Copy copy, DataFolder data, CountDownLatch stopping) {
    var board = new Board(copy.names());
    board.silently(copy.children());
    var written = Instant.MIN;
    while (stopping.getCount() > 0) {
      board.show(copy.children());
      if (written.plusSeconds(1).isBefore(Instant.now())) {
        written = Instant.now();
        data.runFile().write(copy.run(true, null));
      }
      pause(stopping);
    }
  }

  private static void pause(@Nullable CountDownLatch until) {
    try {
      if (until == null) {
        Thread.sleep(LOOK);
      } else if (until.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        // The hook has the last word; what is written from now on would outlive it.
        Thread.sleep(Duration.ofMinutes(5));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
