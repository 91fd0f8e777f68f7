package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.matching.scoring.Fusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Weights as the product reads them. */
final class FusionFile {
  private static final JsonMapper MAPPER = new JsonMapper();

  private FusionFile() {}

  static void write(Path file, Fusion fusion) {
    var json = MAPPER.createObjectNode();
    json.put("version", fusion.version()).put("why", fusion.why());
    var together = json.putArray("together");
    fusion.together().forEach(group -> group.forEach(together.addArray()::add));
    json.put("unjudged", fusion.unjudged());
    var classes = json.putArray("classes");
    for (var one : fusion.classes()) {
      var node = classes.addObject();
      node.put("name", one.name()).put("kind", one.kind()).put("language", one.language());
      node.put("form", one.form());
      node.put("maxCharacters", one.maxCharacters());
      one.weights().forEach(node.putObject("weights")::put);
    }
    try {
      Files.writeString(file, json.toPrettyString() + "\n");
    } catch (IOException failure) {
      throw Texts.failure("failure.unwritable", file, failure.getMessage());
    }
  }
}
