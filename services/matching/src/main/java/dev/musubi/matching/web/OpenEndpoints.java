package dev.musubi.matching.web;

import dev.musubi.http.ProblemSource;
import dev.musubi.http.Refusal;
import dev.musubi.matching.application.EnginesAway;
import dev.musubi.search.SearchAway;
import dev.musubi.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What everybody may ask, and how it is said that search is away. */
@Configuration(proxyBeanMethods = false)
class OpenEndpoints {

  @Bean
  PublicEndpoints searchIsOpen() {
    return door ->
        door.get("/api/v1/search/**", "/api/v1/landscape")
            .post("/api/v1/search/listings", "/api/v1/search/alert-preview");
  }

  @Bean
  ProblemSource searchAway() {
    return exception ->
        exception instanceof SearchAway || exception instanceof EnginesAway
            ? new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "search-away", "problem.search-away.detail")
                .header("Retry-After", "5")
            : null;
  }
}
