package dev.musubi.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An index by the name that searches use. Behind it stand physical indices with a generation
 * number: one that is read, and during a rebuild a second that is filled. Writes go to all of them.
 *
 * <p>Names, for the index {@code listings} with prefix {@code musubi}: {@code musubi-listings} is
 * the alias to read, {@code musubi-listings-000001} a physical index, {@code
 * musubi-listings-000001.write} the alias to write it by. An index takes part in writes as long as
 * its write alias exists, so no instance needs to be told of a rebuild.
 */
public final class LogicalIndex {
  static final String REMOVED = "removed";
  private static final String WRITE = ".write";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final SearchEngine engine;
  private final IndexDefinition definition;
  private final String alias;
  private final BulkWriter bulk;

  public LogicalIndex(SearchEngine engine, String prefix, IndexDefinition definition) {
    this.engine = engine;
    this.definition = definition;
    this.alias = prefix + "-" + definition.name();
    this.bulk = new BulkWriter(engine);
  }

  /** The alias to read by. */
  public String alias() {
    return alias;
  }

  /** Whether there is anything to read. */
  public boolean exists() {
    return engine.exists(alias);
  }

  /** Creates the first generation unless there is one. Several instances may do so at once. */
  public void ensure() {
    // The name before the question: who is told that there is none must try the same name as
    // others.
    var first = physical(highest() + 1);
    if (!engine.exists(alias)) {
      create(first, true);
    }
  }

  /** Whether the index that is read was made by another definition than this program's. */
  public boolean outdated() {
    var mappings = engine.get("/" + alias + "/_mapping");
    for (var index : mappings) {
      if (!IndexDefinition.fingerprint(index.path("mappings")).equals(definition.fingerprint())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes to every generation that is read or being filled. Commit what the documents were made of
   * before calling: a rebuild that starts meanwhile then finds it.
   *
   * @param visible whether searches must see the documents when this returns
   */
  public BulkReport write(List<DocumentWrite> writes, boolean visible) {
    var done = new HashSet<String>();
    var report = new BulkReport(0, 0, List.of());
    var open = targets();
    while (!done.containsAll(open)) {
      for (var target : open) {
        if (!done.contains(target)
            && bulk.write(target, writes, visible) instanceof BulkWriter.Outcome.Done it) {
          done.add(target);
          report = it.report();
        }
      }
      // One that is gone was dropped after a swap; its successor takes part by now.
      open = done.containsAll(open) ? open : targets();
    }
    return report;
  }

  /** Makes everything written so far visible to searches. */
  public void refresh() {
    engine.post("/" + alias + "/_refresh", null);
  }

  /** How many documents searches can find. */
  public long count() {
    return engine.get("/" + alias + "/_count").path("count").asLong();
  }

  public JsonNode search(JsonNode body) {
    return engine.post("/" + alias + "/_search", body);
  }

  /** Several searches in one request; answers in their order. Fails when one of them fails. */
  public List<JsonNode> searchAll(List<? extends JsonNode> bodies) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    if (bodies.size() == 1) {
      return List.of(search(bodies.getFirst()));
    }
    var lines = new ArrayList<JsonNode>(bodies.size() * 2);
    for (var body : bodies) {
      lines.add(MAPPER.createObjectNode());
      lines.add(body);
    }
    var responses = engine.postLines("/" + alias + "/_msearch", lines).path("responses");
    var answers = new ArrayList<JsonNode>(bodies.size());
    for (var response : responses) {
      if (response.has("error")) {
        throw refusal(response);
      }
      answers.add(response);
    }
    return answers;
  }

  /**
   * The terms of a text as the field's analysis makes them, with their offsets and how many
   * documents have them.
   */
  public JsonNode terms(JsonNode body) {
    return engine.post("/" + alias + "/_termvectors", body);
  }

  /** The tokens that an analyser of this index makes of a text. */
  public JsonNode analyze(JsonNode body) {
    return engine.post("/" + alias + "/_analyze", body);
  }

  /** Physical index that is read. */
  public String current() {
    var names = engine.get("/_alias/" + alias).propertyNames();
    return names.iterator().next();
  }

  /** A new, empty generation beside the current one; from now on every write goes there, too. */
  public String startGeneration() {
    var name = physical(highest() + 1);
    create(name, false);
    return name;
  }

  /** Fills a generation with what was true when it was read; newer writes are not overwritten. */
  public BulkReport fill(String generation, List<DocumentWrite> writes) {
    return switch (bulk.write(generation + WRITE, writes, false)) {
      case BulkWriter.Outcome.Done done -> done.report();
      case BulkWriter.Outcome.Gone _ ->
          throw new SearchRefused(404, "index " + generation + " was dropped meanwhile");
    };
  }

  /** Whether this generation still exists. */
  public boolean hasGeneration(String generation) {
    return engine.exists(generation);
  }

  /** Searches go to this generation from now on; one request, so none of them meets nothing. */
  public void swapTo(String generation) {
    refreshEvery(generation, definition.body().at("/settings/refresh_interval").asString("1s"));
    engine.post("/" + generation + "/_refresh", null);
    var actions = MAPPER.createObjectNode();
    var list = actions.putArray("actions");
    for (var old : engine.get("/_alias/" + alias).propertyNames()) {
      if (!old.equals(generation)) {
        list.addObject().putObject("remove").put("index", old).put("alias", alias);
      }
    }
    var add = list.addObject().putObject("add").put("index", generation).put("alias", alias);
    add.set("filter", notRemoved());
    engine.post("/_aliases", actions);
  }

  /** Drops every generation but the one that is read and the one that may be kept. */
  public void dropOthers(@Nullable String kept) {
    var read = current();
    for (var name : generations()) {
      if (!name.equals(read) && !name.equals(kept)) {
        dropGeneration(name);
      }
    }
  }

  private void dropGeneration(String name) {
    try {
      engine.delete("/" + name);
    } catch (SearchRefused refused) {
      if (refused.status() != 404) {
        throw refused;
      }
    }
  }

  private void create(String name, boolean read) {
    var body = definition.body().deepCopy();
    var aliases = body.putObject("aliases");
    aliases.putObject(name + WRITE);
    if (read) {
      aliases.putObject(alias).set("filter", notRemoved());
    } else {
      // Nobody reads it yet; a segment each second would only have to be merged again.
      ((ObjectNode) body.path("settings")).put("refresh_interval", "-1");
    }
    try {
      engine.put("/" + name, body);
    } catch (SearchRefused refused) {
      // Another instance was quicker.
      if (!String.valueOf(refused.getMessage()).contains("resource_already_exists")) {
        throw refused;
      }
    }
  }

  private void refreshEvery(String name, String interval) {
    var settings = MAPPER.createObjectNode();
    settings.putObject("index").put("refresh_interval", interval);
    engine.put("/" + name + "/_settings", settings);
  }

  private Set<String> targets() {
    var targets = new TreeSet<String>();
    for (var name : generations()) {
      targets.add(name + WRITE);
    }
    return targets;
  }

  private Set<String> generations() {
    var names = new TreeSet<String>();
    for (var name : engine.get("/_alias/" + alias + "-*" + WRITE).propertyNames()) {
      names.add(name);
    }
    return names;
  }

  private int highest() {
    var highest = 0;
    for (var name : generations()) {
      highest = Math.max(highest, Integer.parseInt(name.substring(alias.length() + 1)));
    }
    return highest;
  }

  private String physical(int generation) {
    return "%s-%06d".formatted(alias, generation);
  }

  private static ObjectNode notRemoved() {
    var filter = MAPPER.createObjectNode();
    filter.putObject("bool").putObject("must_not").putObject("term").put(REMOVED, true);
    return filter;
  }

  private static RuntimeException refusal(JsonNode response) {
    var status = response.path("status").asInt(500);
    var reason = response.path("error").path("root_cause").path(0).path("reason").asString("");
    return status == 429 || status >= 500
        ? new SearchAway("Elasticsearch is busy or starting (" + status + "): " + reason)
        : new SearchRefused(status, reason);
  }
}
