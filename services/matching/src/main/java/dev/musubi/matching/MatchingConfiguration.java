package dev.musubi.matching;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.matching.embedding.EmbeddingSettings;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.scoring.DictionaryLeg;
import dev.musubi.matching.scoring.DictionarySettings;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.scoring.TextSettings;
import dev.musubi.matching.scoring.VectorLeg;
import dev.musubi.matching.scoring.VectorSettings;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Joins the parts that know no framework. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SearchEngine searchEngine(MatchingSettings settings) {
    return SearchEngine.connect(settings.elasticsearch(), settings.searchTimeout());
  }

  @Bean
  MatchingIndices matchingIndices(
      SearchEngine engine, MatchingSettings settings, EmbeddingSettings embedding) {
    return MatchingIndices.of(engine, settings.indexPrefix(), embedding.dimensions());
  }

  /** Loads beside the start; the other legs answer until it is there. */
  @Bean
  Model model(EmbeddingSettings settings, JdbcTemplate jdbc) {
    return new Model(settings, jdbc).start();
  }

  @Bean
  Dictionary dictionary() {
    return Dictionary.load();
  }

  /** Reads listings as the text leg does, for what was liked of them. */
  @Bean
  TextLeg listingWords(MatchingIndices indices) {
    return new TextLeg(indices.listings(), TextSettings.shipped());
  }

  /** Judges listings, for a need; the task waits for every leg as long as the engine may take. */
  @Bean
  Ranking listingRanking(
      MatchingIndices indices, Dictionary dictionary, Model model, MatchingSettings settings) {
    return ranking(indices.listings(), dictionary, model, settings.searchTimeout().multipliedBy(2));
  }

  /** Judges listings, for a person who waits. */
  @Bean
  Ranking searchRanking(
      MatchingIndices indices, Dictionary dictionary, Model model, MatchingSettings settings) {
    return ranking(indices.listings(), dictionary, model, settings.patience());
  }

  /** Finds needs, for a listing. */
  @Bean
  Ranking needRanking(
      MatchingIndices indices, Dictionary dictionary, Model model, MatchingSettings settings) {
    return ranking(indices.needs(), dictionary, model, settings.searchTimeout().multipliedBy(2));
  }

  private static Ranking ranking(
      LogicalIndex index, Dictionary dictionary, Model model, Duration patience) {
    var text = new TextLeg(index, TextSettings.shipped());
    var words = new DictionaryLeg(index, dictionary, DictionarySettings.shipped());
    var meaning = new VectorLeg(index, model, VectorSettings.shipped());
    return new Ranking(List.of(text, words, meaning), Fusion.shipped(), patience);
  }
}
