package dev.musubi.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every example that was ever written still reads, and code and schema say the same. */
class EventContractTest {
  static final Map<String, Class<?>> EVENTS =
      Map.of(
          "listing", ListingState.class,
          "need", NeedState.class,
          "organisation", OrganisationState.class,
          "match", MatchState.class,
          "deal", DealState.class,
          "delivery", DeliveryState.class);

  static Stream<Path> examples() throws URISyntaxException, IOException {
    var root =
        Path.of(Objects.requireNonNull(EventContractTest.class.getResource("/golden")).toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  static Stream<String> aggregates() {
    return EVENTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_golden_example_is_valid(Path example) throws IOException {
    assertThat(schema(aggregate(example)).validate(Files.readString(example), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_golden_example_reads_and_is_written_again_the_same(Path example) throws IOException {
    byte[] json = Files.readAllBytes(example);
    Object state = EventJson.read(json, type(example));
    byte[] written = EventJson.write(state);
    assertThat(EventJson.read(written, type(example))).isEqualTo(state);
    assertThat(schema(aggregate(example)).validate(new String(written, UTF), InputFormat.JSON))
        .isEmpty();
    JsonNode before = EventJson.mapper().readTree(json);
    assertThat(sameButForNumberTypes(EventJson.mapper().readTree(written), before)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readers_ignore_fields_that_they_do_not_know(Path example) throws IOException {
    ObjectNode tree = (ObjectNode) EventJson.mapper().readTree(Files.readAllBytes(example));
    Object state = EventJson.read(EventJson.write(tree), type(example));
    tree.put("addedLater", "x").putObject("alsoAdded").put("deep", 1);
    assertThat(EventJson.read(EventJson.write(tree), type(example))).isEqualTo(state);
    assertThat(schema(aggregate(example)).validate(tree)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void each_aggregate_has_a_minimal_example_and_others(String aggregate) throws Exception {
    var names = examples().filter(it -> aggregate(it).equals(aggregate)).map(Path::getFileName);
    assertThat(names.map(Path::toString).toList())
        .hasSizeGreaterThanOrEqualTo(3)
        .anyMatch(it -> it.startsWith("minimal"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readers_ignore_unknown_fields_however_deep(Path example) throws IOException {
    JsonNode tree = EventJson.mapper().readTree(Files.readAllBytes(example));
    Object state = EventJson.read(EventJson.write(tree), type(example));
    addEverywhere(tree);
    assertThat(EventJson.read(EventJson.write(tree), type(example))).isEqualTo(state);
    assertThat(schema(aggregate(example)).validate(tree)).isEmpty();
  }

  private static void addEverywhere(JsonNode node) {
    node.forEach(EventContractTest::addEverywhere);
    if (node instanceof ObjectNode object) {
      object.put("addedLater", 1).putArray("alsoAdded").addObject();
    }
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void each_type_of_event_has_an_example(String aggregate) throws Exception {
    List<String> names =
        examples()
            .filter(it -> aggregate(it).equals(aggregate))
            .map(it -> it.getFileName().toString().replace(".json", "-"))
            .toList();
    assertThat(EventTypes.of(aggregate))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(names).anyMatch(it -> it.startsWith(type + "-")));
  }

  /** What lies in topics does not change with the code: an example is never written anew. */
  @Test
  void examples_are_added_and_never_changed() throws Exception {
    Map<String, String> kept = new TreeMap<>();
    try (InputStream sums = EventContractTest.class.getResourceAsStream("/golden/SHA256SUMS")) {
      new String(Objects.requireNonNull(sums).readAllBytes(), UTF)
          .lines()
          .map(line -> line.split(" {2}", 2))
          .forEach(line -> kept.put(line[1], line[0]));
    }
    Map<String, String> found = new TreeMap<>();
    for (Path example : examples().toList()) {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(example));
      found.put(aggregate(example) + "/" + example.getFileName(), HexFormat.of().formatHex(sum));
    }
    assertThat(found).isEqualTo(kept);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void code_and_schema_agree(String aggregate) {
    Class<?> type = Objects.requireNonNull(EVENTS.get(aggregate));
    assertThat(new SchemaAgreement(tree(aggregate)).differences(type)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void an_event_without_a_required_field_is_invalid(String aggregate) throws Exception {
    Path example =
        examples().filter(it -> aggregate(it).equals(aggregate)).findFirst().orElseThrow();
    for (JsonNode field : tree(aggregate).get("required")) {
      ObjectNode state = (ObjectNode) EventJson.mapper().readTree(Files.readAllBytes(example));
      state.remove(field.stringValue());
      assertThat(schema(aggregate).validate(state)).as(field.stringValue()).isNotEmpty();
    }
  }

  private static final Charset UTF = StandardCharsets.UTF_8;

  /** 0 and 0.0 are the same score. */
  private static boolean sameButForNumberTypes(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) -> {
          boolean same =
              a.isNumber() && b.isNumber() ? a.doubleValue() == b.doubleValue() : a.equals(b);
          return same ? 0 : 1;
        },
        other);
  }

  private static Class<?> type(Path example) {
    return Objects.requireNonNull(EVENTS.get(aggregate(example)));
  }

  private static String aggregate(Path example) {
    return Objects.requireNonNull(example.getParent()).getFileName().toString();
  }

  private static Schema schema(String aggregate) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(tree(aggregate));
  }

  static JsonNode tree(String aggregate) {
    try (InputStream in =
        EventContractTest.class.getResourceAsStream("/schema/" + aggregate + ".v1.json")) {
      return EventJson.mapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
