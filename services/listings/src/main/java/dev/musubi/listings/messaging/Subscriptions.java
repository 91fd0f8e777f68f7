package dev.musubi.listings.messaging;

import dev.musubi.listings.application.ApplyDeal;
import dev.musubi.listings.application.Organisations;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.OrganisationState;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What listings listen to. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {
  @Bean
  Subscription<DealState> deals(ApplyDeal apply) {
    return new Subscription<>(
        "listings.deal",
        Topics.DEAL,
        DealState.class,
        event -> {
          DealState deal = event.state();
          if (deal != null) {
            apply.apply(deal);
          }
        });
  }

  @Bean
  Subscription<OrganisationState> organisations(Organisations organisations) {
    return new Subscription<>(
        "listings.organisation",
        Topics.ORGANISATION,
        OrganisationState.class,
        event -> {
          OrganisationState organisation = event.state();
          if (organisation == null) {
            organisations.forget(UUID.fromString(event.key()), event.aggregateVersion());
          } else {
            organisations.keep(organisation);
          }
        });
  }
}
