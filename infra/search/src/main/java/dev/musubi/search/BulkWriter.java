package dev.musubi.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes documents to one physical index and looks at the answer for each of them. */
final class BulkWriter {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final SearchEngine engine;

  BulkWriter(SearchEngine engine) {
    this.engine = engine;
  }

  /** What a bulk to one target came to. */
  sealed interface Outcome {
    record Done(BulkReport report) implements Outcome {}

    /** The target was dropped meanwhile. */
    record Gone() implements Outcome {}
  }

  /** Items that a busy node turned away are sent again, the others are not. */
  Outcome write(String target, List<DocumentWrite> writes, boolean visible) {
    var open = writes;
    var written = 0;
    var superseded = 0;
    var rejected = new ArrayList<BulkReport.Rejected>();
    for (var attempt = 1; !open.isEmpty(); attempt++) {
      var answer = send(target, open, visible);
      var again = new ArrayList<DocumentWrite>();
      for (var i = 0; i < open.size(); i++) {
        var item = answer.path("items").path(i).path("index");
        var status = item.path("status").asInt(500);
        if (status < 300) {
          written++;
        } else if (status == 409) {
          superseded++;
        } else if (status == 404) {
          return new Outcome.Gone();
        } else if (status == 429 || status >= 500) {
          again.add(open.get(i));
        } else {
          rejected.add(new BulkReport.Rejected(open.get(i).id(), reason(item)));
        }
      }
      pauseUnlessDone(again, attempt);
      open = again;
    }
    return new Outcome.Done(new BulkReport(written, superseded, rejected));
  }

  private static void pauseUnlessDone(List<DocumentWrite> again, int attempt) {
    if (again.isEmpty()) {
      return;
    }
    if (attempt == ATTEMPTS) {
      throw new SearchAway("Elasticsearch took " + again.size() + " documents not even at last.");
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis() << attempt));
  }

  private JsonNode send(String target, List<DocumentWrite> writes, boolean visible) {
    var lines = new ArrayList<ObjectNode>(writes.size() * 2);
    for (var write : writes) {
      lines.add(action(write));
      lines.add(document(write));
    }
    // The target is an alias: a first write never makes an index.
    var path = "/" + target + "/_bulk?require_alias=true" + (visible ? "&refresh=true" : "");
    return engine.postLines(path, lines);
  }

  private static ObjectNode action(DocumentWrite write) {
    var action = MAPPER.createObjectNode();
    action
        .putObject("index")
        .put("_id", write.id())
        .put("version", write.version())
        .put("version_type", "external");
    return action;
  }

  private static ObjectNode document(DocumentWrite write) {
    return switch (write) {
      case DocumentWrite.Put put -> put.document();
      case DocumentWrite.Remove _ -> MAPPER.createObjectNode().put(LogicalIndex.REMOVED, true);
    };
  }

  private static String reason(JsonNode item) {
    var error = item.path("error");
    var cause = error.path("caused_by").path("reason").asString("");
    return error.path("type").asString("")
        + ": "
        + error.path("reason").asString("")
        + (cause.isEmpty() ? "" : " (" + cause + ")");
  }
}
