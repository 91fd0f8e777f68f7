package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.JavaCommand;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The development mail server. */
record MailEngine(EngineSettings settings) {

  ChildSpec spec() {
    var ports = settings.ports();
    var folder = settings.data().resolve("mail");
    return new ChildSpec(
        "mail",
        () -> {
          Files.createDirectories(folder);
          return new JavaCommand(
                  JavaCommand.ownHome(),
                  64,
                  options(),
                  NodeModule.named("mail-node").classPath(),
                  "dev.musubi.mailnode.MailNode",
                  List.of(
                      Integer.toString(ports.smtp()),
                      Integer.toString(ports.mailPages()),
                      folder.toString()))
              .words();
        },
        settings.data(),
        Map.of(),
        settings.logs().resolve("mail.log"),
        () -> {
          Probe.smtp(ports.smtp());
          Probe.http(URI.create("http://127.0.0.1:" + ports.mailPages() + "/health"));
        },
        Duration.ofSeconds(5));
  }

  private List<String> options() {
    var options = new ArrayList<>(settings.classCache("mail"));
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-XX:MaxMetaspaceSize=32m");
    options.add("-XX:ReservedCodeCacheSize=16m");
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    return options;
  }
}
