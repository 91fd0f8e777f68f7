package dev.musubi.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** How each engine is set up as a container: like in production, but for what costs tests time. */
final class EngineContainers {
  static final String PASSWORD = "for-tests-only";
  static final int POSTGRES_PORT = 5432;
  static final int ELASTICSEARCH_PORT = 9200;
  static final int REDIS_PORT = 6379;
  static final int SMTP_PORT = 1025;
  static final int MAIL_PAGES_PORT = 8025;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private EngineContainers() {}

  static GenericContainer<?> postgres() {
    return new PostgreSQLContainer(DockerImageName.parse(EngineImages.named("postgres")))
        .withUsername("postgres")
        .withPassword(PASSWORD)
        .withDatabaseName("postgres")
        .withEnv(
            "POSTGRES_INITDB_ARGS",
            "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8")
        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=160", "-c", "jit=off")
        .withStartupTimeout(PATIENCE);
  }

  static GenericContainer<?> kafka() {
    return new KafkaContainer(DockerImageName.parse(EngineImages.named("apache/kafka")))
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
        .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m")
        .withStartupTimeout(PATIENCE);
  }

  static GenericContainer<?> elasticsearch() {
    return new GenericContainer<>(elasticsearchImage())
        .withExposedPorts(ELASTICSEARCH_PORT)
        .withEnv("discovery.type", "single-node")
        .withEnv("xpack.security.enabled", "false")
        .withEnv("xpack.ml.enabled", "false")
        .withEnv("action.auto_create_index", "false")
        .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
        .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
        .waitingFor(
            Wait.forHttp("/_cluster/health?wait_for_status=yellow&timeout=1s")
                .forPort(ELASTICSEARCH_PORT)
                .forStatusCode(200)
                .withStartupTimeout(PATIENCE));
  }

  static GenericContainer<?> redis() {
    return new GenericContainer<>(DockerImageName.parse(EngineImages.named("redis")))
        .withExposedPorts(REDIS_PORT)
        .withCommand("redis-server", "--requirepass", PASSWORD, "--save", "")
        .waitingFor(Wait.forListeningPort().withStartupTimeout(PATIENCE));
  }

  /** The product's own, from the code of this build, so no image of it can be stale. */
  static GenericContainer<?> mail(List<Path> classPath) {
    var container =
        new GenericContainer<>(DockerImageName.parse(EngineImages.named("eclipse-temurin")))
            .withExposedPorts(SMTP_PORT, MAIL_PAGES_PORT);
    for (int i = 0; i < classPath.size(); i++) {
      container.withCopyFileToContainer(
          MountableFile.forHostPath(classPath.get(i)), place(classPath, i));
    }
    var inside =
        IntStream.range(0, classPath.size())
            .mapToObj(i -> place(classPath, i))
            .collect(Collectors.joining(":"));
    return container
        .withCommand(
            "java",
            "-Xmx48m",
            "-cp",
            inside,
            "dev.musubi.mailnode.MailNode",
            Integer.toString(SMTP_PORT),
            Integer.toString(MAIL_PAGES_PORT),
            "/tmp/mails",
            "0.0.0.0")
        .waitingFor(Wait.forHttp("/health").forPort(MAIL_PAGES_PORT).withStartupTimeout(PATIENCE));
  }

  /** Numbered: two libraries may have one file name, and a module may be a folder of classes. */
  private static String place(List<Path> classPath, int number) {
    return "/mail/" + number + "/" + classPath.get(number).getFileName();
  }

  /** The image of {@code docker-compose.yml}, built here when it is not there yet. */
  private static Future<String> elasticsearchImage() {
    var name = EngineImages.named("musubi/elasticsearch");
    var present =
        DockerClientFactory.instance().client().listImagesCmd().withImageNameFilter(name).exec();
    if (!present.isEmpty()) {
      return CompletableFuture.completedFuture(name);
    }
    return new ImageFromDockerfile(name, false)
        .withFileFromPath(".", ProjectFolder.top().resolve("infra/images/elasticsearch"));
  }
}
