package dev.musubi.matching;

import dev.musubi.matching.embedding.EmbeddingSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the service. */
@SpringBootApplication
@EnableConfigurationProperties({MatchingSettings.class, EmbeddingSettings.class})
public class MatchingApplication {
  /** Settings come from the environment, see {@code application.yml}. */
  public static void main(String[] args) {
    SpringApplication.run(MatchingApplication.class, args);
  }
}
