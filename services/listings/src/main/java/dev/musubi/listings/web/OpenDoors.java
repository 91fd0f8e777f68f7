package dev.musubi.listings.web;

import dev.musubi.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What everybody may ask without a token: a published listing and its public documents. */
@Configuration(proxyBeanMethods = false)
class OpenDoors {
  private static final String ID = "/api/v1/listings/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}";

  @Bean
  PublicEndpoints publishedListings() {
    return door ->
        door.get(
            ID, ID + "/documents", ID + "/documents/{document:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}");
  }
}
