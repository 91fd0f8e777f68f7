package dev.musubi.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docker-compose.yml owes to the services and to those who run it. */
final class ComposeFileTest {
  private static final Set<String> ENGINES =
      Set.of("postgres", "roles", "kafka", "elasticsearch", "redis", "mail");
  private static final Pattern SECRET =
      Pattern.compile("\\$\\{(\\w*(?:PASSWORD|SECRET)\\w*)(.?.?)");

  private final ComposeFile compose = new ComposeFile();

  static Stream<String> services() {
    return Project.services().stream();
  }

  static Stream<ComposeFile.Container> containers() {
    return new ComposeFile().containers().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void each_service_gets_every_variable_it_cannot_start_without(String service) {
    assertThat(compose.container(service).environment().keySet())
        .containsAll(Project.required(service));
  }

  @ParameterizedTest
  @MethodSource("services")
  void no_service_gets_a_variable_that_it_does_not_know(String service) {
    assertThat(Project.known(service))
        .containsAll(compose.container(service).environment().keySet());
  }

  @Test
  void the_profile_services_is_all_services_and_the_profile_engines_none_of_them() {
    assertThat(compose.ofProfile("services")).isEqualTo(Project.services());
    assertThat(compose.ofProfile("engines")).isEqualTo(ENGINES);
    assertThat(compose.ofProfile("demo")).containsExactly("demo");
    assertThat(compose.containers()).allMatch(container -> !container.list("profiles").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everything_is_published_on_the_loopback_address_alone(ComposeFile.Container container) {
    assertThat(container.list("ports"))
        .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\$\\{MUSUBI_(\\w+_)?PORT:-\\d+}:\\d+"));
    assertThat(container.has("network_mode")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void every_image_is_of_one_version(ComposeFile.Container container) {
    assertThat(container.image()).matches("[a-z/]+:\\d+\\.\\d+(\\.\\d+)?(-SNAPSHOT)?");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void no_container_takes_memory_without_bound_or_fills_the_disk_with_its_log(
      ComposeFile.Container container) {
    assertThat(container.settings().get("mem_limit")).asString().matches("\\d+[mg]");
    assertThat(container.settings().get("logging")).asString().contains("max-size");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void what_is_kept_has_a_name_so_that_nothing_is_left_behind(ComposeFile.Container container) {
    assertThat(container.list("volumes")).allMatch(volume -> volume.contains(":"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void whether_a_container_is_well_can_be_asked(ComposeFile.Container container) {
    var asked = container.has("healthcheck") || container.has("build");
    // What runs to its end is asked for its exit code.
    assertThat(asked || "no".equals(container.settings().get("restart"))).isTrue();
    if (container.has("build") && !container.has("healthcheck")) {
      assertThat(Project.text("infra/images/service/Dockerfile")).contains("HEALTHCHECK");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_is_no_root_and_has_no_capability(String service) {
    var settings = compose.container(service).settings();
    assertThat(settings).containsEntry("read_only", true);
    assertThat(settings.get("cap_drop")).asString().isEqualTo("[ALL]");
    assertThat(settings.get("security_opt")).asString().contains("no-new-privileges:true");
    assertThat(Project.text("infra/images/service/Dockerfile"))
        .containsPattern("(?m)^USER [1-9]\\d*");
  }

  @Test
  void onnx_runtime_tells_nobody_what_it_does() {
    assertThat(Project.text("musubi")).contains("export ORT_DISABLE_TELEMETRY=1\n");
    assertThat(Project.text("infra/images/service/Dockerfile"))
        .contains("ORT_DISABLE_TELEMETRY=1\n");
  }

  @Test
  void no_secret_has_a_value_that_everybody_knows() {
    var text = Project.text("docker-compose.yml");
    var endings =
        SECRET.matcher(text).results().collect(Collectors.groupingBy(found -> found.group(1)));
    assertThat(endings).isNotEmpty();
    endings.forEach(
        (name, uses) -> {
          assertThat(uses).as(name).noneMatch(use -> use.group(2).startsWith(":-"));
          assertThat(uses).as(name).anyMatch(use -> use.group(2).equals(":?"));
        });
  }

  @Test
  void our_images_have_the_version_of_the_project_and_elasticsearch_that_of_the_client() {
    var pom = Project.text("pom.xml");
    var version = first(pom, "(?m)^  <version>(.*)</version>$");
    var elasticsearch = first(pom, "<elasticsearch.version>(.*)</elasticsearch.version>");
    var ours = Stream.concat(Project.services().stream(), Stream.of("mail", "demo")).toList();
    assertThat(ours)
        .allMatch(
            name ->
                compose.container(name).image().equals("musubi/" + name + ":" + version)
                    && String.valueOf(compose.container(name).settings().get("build"))
                        .contains(version));
    assertThat(compose.container("elasticsearch").image())
        .isEqualTo("musubi/elasticsearch:" + elasticsearch);
    assertThat(Project.text("infra/images/elasticsearch/Dockerfile"))
        .contains("FROM elasticsearch:" + elasticsearch);
  }

  @Test
  void each_foreign_image_has_a_stand_in_for_networks_without_a_registry() {
    var ours = Project.services();
    var foreign =
        Stream.concat(
                compose.containers().stream()
                    .filter(container -> !ours.contains(container.name()))
                    .filter(container -> !Set.of("mail", "demo").contains(container.name()))
                    .map(ComposeFile.Container::image),
                Stream.of(first(Project.text("infra/images/service/Dockerfile"), "FROM (\\S+)")))
            .map(image -> image.replaceAll("^.*/|:.*$|^eclipse-", ""))
            .distinct();
    assertThat(foreign)
        .allMatch(
            name ->
                Files.exists(Project.TOP.resolve("infra/images/offline/" + name + "/Dockerfile")));
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing matches " + pattern))
        .group(1);
  }
}
