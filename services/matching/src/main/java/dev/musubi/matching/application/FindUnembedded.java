package dev.musubi.matching.application;

import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.search.LogicalIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks once after the start whether the index holds documents without the vectors of the model in
 * use: the model was changed, or there was none before. What is kept already is not made again.
 */
@Component
class FindUnembedded {
  private static final Logger LOG = LoggerFactory.getLogger(FindUnembedded.class);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final MatchingIndices indices;
  private final Model model;
  private final Tasks tasks;
  private final TransactionTemplate transaction;

  FindUnembedded(
      MatchingIndices indices, Model model, Tasks tasks, TransactionTemplate transaction) {
    this.indices = indices;
    this.model = model;
    this.tasks = tasks;
    this.transaction = transaction;
  }

  /**
   * @return true when it has been seen to; false: the indices are not there yet
   */
  boolean run() {
    if (!indices.listings().exists() || !indices.needs().exists()) {
      return false;
    }
    var without =
        without(indices.listings(), "vector_model")
            + without(indices.listings(), "sentences_model")
            + without(indices.needs(), "vector_model");
    if (without > 0 && tasks.backlog().toEmbed() == 0) {
      LOG.info("{} documents have no vector of {} yet", without, model.model().key());
      transaction.executeWithoutResult(_ -> tasks.embedEverything());
    }
    return true;
  }

  private long without(LogicalIndex index, String field) {
    var body = MAPPER.createObjectNode();
    body.put("size", 0).put("track_total_hits", true);
    body.putObject("query")
        .putObject("bool")
        .putObject("must_not")
        .putObject("term")
        .put(field, model.model().key());
    return index.search(body).at("/hits/total/value").asLong();
  }
}
