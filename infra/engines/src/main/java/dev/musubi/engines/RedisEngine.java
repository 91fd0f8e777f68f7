package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.NativeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis from the program in embedded-redis. */
record RedisEngine(EngineSettings settings) {

  ChildSpec spec() {
    var port = settings.ports().redis();
    return new ChildSpec(
        "redis",
        this::prepare,
        settings.data(),
        Map.of(),
        settings.logs().resolve("redis.log"),
        () -> Probe.redis(port, settings.redisPassword()),
        Duration.ofSeconds(10));
  }

  private List<String> prepare() throws IOException {
    var name = Platform.redisProgram();
    var program = BinaryCache.program(name, name);
    var folder = Files.createDirectories(settings.data().resolve("redis"));
    var file = folder.resolve("redis.conf");
    // On the command line the password could be read by every user of the machine.
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        """
        bind 127.0.0.1
        port %d
        dir "%s"
        requirepass %s
        appendonly yes
        appendfsync %s
        save ""
        maxmemory 96mb
        # Sessions, rates and cached answers all expire; those nearest to their end go first.
        maxmemory-policy volatile-ttl
        """
            .formatted(
                settings.ports().redis(),
                folder,
                settings.redisPassword(),
                settings.flushes() ? "everysec" : "no"));
    return NativeCommand.onLeash("TERM", List.of(program.toString(), file.toString()));
  }
}
