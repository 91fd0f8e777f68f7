package dev.musubi.notifications.messaging;

import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.notifications.application.TellDeals;
import dev.musubi.notifications.application.TellMatches;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.OrganisationViews;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class Listeners {

  @Bean
  Subscription<MatchState> matchesHeard(TellMatches tell) {
    return subscription("match", Topics.MATCH, MatchState.class, tell::match, tell::matchDeleted);
  }

  @Bean
  Subscription<NeedState> needsHeard(TellMatches tell) {
    return subscription("need", Topics.NEED, NeedState.class, tell::need, tell::needDeleted);
  }

  @Bean
  Subscription<ListingState> listingsHeard(ListingViews views) {
    return subscription("listing", Topics.LISTING, ListingState.class, views::keep, views::remove);
  }

  @Bean
  Subscription<OrganisationState> organisationsHeard(OrganisationViews views) {
    return subscription(
        "organisation", Topics.ORGANISATION, OrganisationState.class, views::keep, views::remove);
  }

  @Bean
  Subscription<DealState> dealsHeard(TellDeals tell) {
    return subscription("deal", Topics.DEAL, DealState.class, tell::deal, id -> {});
  }

  private static <T> Subscription<T> subscription(
      String aggregate, String topic, Class<T> type, Consumer<T> changed, Consumer<UUID> deleted) {
    return new Subscription<>(
        "notifications." + aggregate, topic, type, event -> handle(event, changed, deleted));
  }

  private static <T> void handle(
      IncomingEvent<T> event, Consumer<T> changed, Consumer<UUID> deleted) {
    T state = event.state();
    if (state == null) {
      deleted.accept(UUID.fromString(event.key()));
    } else {
      changed.accept(state);
    }
  }
}
