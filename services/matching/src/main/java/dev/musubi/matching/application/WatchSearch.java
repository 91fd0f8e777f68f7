package dev.musubi.matching.application;

import dev.musubi.matching.embedding.Model;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import dev.musubi.search.SearchEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether Elasticsearch answers and has room, and whether the model is there. */
@Component
class WatchSearch implements Watched {
  private final SearchEngine engine;
  private final Model model;

  WatchSearch(SearchEngine engine, Model model) {
    this.engine = engine;
    this.model = model;
  }

  @Override
  public String what() {
    return "elasticsearch";
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    switch (model.state()) {
      case READY -> readings.add(Reading.answers("model", Duration.ZERO));
      case LOADING -> readings.add(Reading.away("model", "is being loaded"));
      case AWAY -> readings.add(Reading.away("model", model.trouble().orElse("is away")));
      case OFF -> readings.add(Reading.note("model-off", 0));
    }
    long from = System.nanoTime();
    var total = engine.get("/_nodes/stats/fs").at("/nodes").values().stream().toList();
    readings.add(Reading.answers(what(), Duration.ofNanos(System.nanoTime() - from)));
    for (var node : total) {
      var room = node.at("/fs/total");
      readings.add(
          Reading.disk(
              "search-disk",
              room.path("available_in_bytes").asLong(),
              room.path("total_in_bytes").asLong()));
    }
    return readings;
  }
}
