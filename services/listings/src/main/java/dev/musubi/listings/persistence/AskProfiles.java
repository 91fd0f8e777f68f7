package dev.musubi.listings.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.musubi.listings.domain.Lister;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks the service that owns organisations. */
@Component
class AskProfiles {
  private final ObjectProvider<RestClient> client;
  private final String address;

  AskProfiles(
      @Qualifier("serviceRestClient") ObjectProvider<RestClient> client,
      @Value("${musubi.listings.profiles-url}") String address) {
    this.client = client;
    this.address = address;
  }

  Lister organisation(UUID id) {
    Answer answer =
        client
            .getObject()
            .get()
            .uri(address + "/api/v1/organisations/{id}", id)
            .retrieve()
            .body(Answer.class);
    if (answer == null || answer.name() == null) {
      throw new org.springframework.web.client.RestClientException("an empty answer");
    }
    return new Lister(
        id, answer.name(), answer.nameEn(), answer.corporateNumber(), answer.prefecture());
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      @Nullable String name,
      @Nullable String nameEn,
      @Nullable String corporateNumber,
      @Nullable String prefecture) {}
}
