package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engines of one copy of the product, ready to be supervised. */
public final class Engines {
  private Engines() {}

  /** All of them; the order means nothing. */
  public static List<ChildSpec> all(EngineSettings settings) {
    return List.of(
        postgres(settings),
        kafka(settings),
        elasticsearch(settings),
        redis(settings),
        mail(settings));
  }

  /** Data in this folder that no engine of ours can read, before any of them is started on it. */
  public static Optional<EngineData> unreadable(Path engines) throws IOException {
    return PostgresEngine.otherVersion(engines);
  }

  /** PostgreSQL with the database {@code musubi}, and a role and schema for each password. */
  public static ChildSpec postgres(EngineSettings settings) {
    return new PostgresEngine(settings).spec();
  }

  /** Kafka: one node that is broker and controller. */
  public static ChildSpec kafka(EngineSettings settings) {
    return new KafkaEngine(settings).spec();
  }

  /** Elasticsearch: one node with the Japanese and ICU analysis. */
  public static ChildSpec elasticsearch(EngineSettings settings) {
    return new ElasticsearchEngine(settings).spec();
  }

  /** Redis with an append-only file. */
  public static ChildSpec redis(EngineSettings settings) {
    return new RedisEngine(settings).spec();
  }

  /** The class path of the mail server, for those who run it elsewhere than on this machine. */
  public static List<Path> mailClassPath() {
    return NodeModule.named("mail-node").classPath();
  }

  /** The development mail server with its pages. */
  public static ChildSpec mail(EngineSettings settings) {
    return new MailEngine(settings).spec();
  }
}
