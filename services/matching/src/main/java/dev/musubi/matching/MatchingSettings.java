package dev.musubi.matching;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code musubi.matching}.
 *
 * @param elasticsearch address of Elasticsearch
 * @param indexPrefix first part of the names of indices, so that two installations can share an
 *     engine
 * @param searchTimeout longest wait for an answer of Elasticsearch
 * @param patience how long an answer to a person waits for a leg
 * @param workers tasks worked on at the same time by this instance; 0: none
 * @param poll how often to look for work without having been woken: the safety net
 * @param matchesPerNeed most standing matches of a need
 * @param candidates how many needs a listing is judged against, by the likeness of their words
 * @param leastScore fused score below which a listing is no match
 * @param sweepAfter longest wait of an imported listing before all needs are matched anew
 */
@ConfigurationProperties(prefix = "musubi.matching", ignoreUnknownFields = false)
public record MatchingSettings(
    URI elasticsearch,
    @DefaultValue("musubi") String indexPrefix,
    @DefaultValue("10s") Duration searchTimeout,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("2") int workers,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("100") int matchesPerNeed,
    @DefaultValue("100") int candidates,
    @DefaultValue("0.3") double leastScore,
    @DefaultValue("15s") Duration sweepAfter) {
  @SuppressWarnings("NullableProblems")
  public MatchingSettings {
    if (elasticsearch == null) {
      throw new IllegalArgumentException(
          "musubi.matching.elasticsearch is not set: give the address of Elasticsearch"
              + " (MUSUBI_ELASTICSEARCH)");
    }
  }
}
