package dev.musubi.listings.application;

import dev.musubi.messaging.Outbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the use cases share. */
@Configuration(proxyBeanMethods = false)
class Wiring {
  @Bean
  Days days(Clock clock) {
    return new Days(clock);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Journal journal(
      Listings listings,
      Versions versions,
      Consents consents,
      Organisations organisations,
      Outbox outbox,
      Days days) {
    return new Journal(listings, versions, consents, organisations, outbox, days);
  }
}
