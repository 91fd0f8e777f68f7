package dev.musubi.matching.messaging;

import dev.musubi.matching.application.TakeInListings;
import dev.musubi.matching.application.TakeInNeeds;
import dev.musubi.matching.application.TakeInOrganisations;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What matching listens to. */
@Configuration(proxyBeanMethods = false)
class MatchingSubscriptions {
  /** Imports bring listings by the thousand; a batch costs hardly more than a single one. */
  private static final int BATCH = 500;

  @Bean
  BatchSubscription<ListingState> listings(TakeInListings takeIn) {
    return new BatchSubscription<>(
        "matching.listing",
        Topics.LISTING,
        ListingState.class,
        events -> takeIn.take(latest(events)),
        BATCH);
  }

  /** Of several events of one listing only the last matters. */
  private static List<TakeInListings.News> latest(List<IncomingEvent<ListingState>> events) {
    var latest = new LinkedHashMap<String, TakeInListings.News>();
    for (var event : events) {
      var news =
          new TakeInListings.News(
              UUID.fromString(event.key()), event.aggregateVersion(), event.state());
      latest.merge(event.key(), news, (a, b) -> a.version() > b.version() ? a : b);
    }
    return List.copyOf(latest.values());
  }

  @Bean
  Subscription<NeedState> needs(TakeInNeeds takeIn) {
    return new Subscription<>(
        "matching.need",
        Topics.NEED,
        NeedState.class,
        it -> takeIn.take(UUID.fromString(it.key()), it.aggregateVersion(), it.state()));
  }

  @Bean
  Subscription<OrganisationState> organisations(TakeInOrganisations takeIn) {
    return new Subscription<>(
        "matching.organisation",
        Topics.ORGANISATION,
        OrganisationState.class,
        it -> takeIn.take(UUID.fromString(it.key()), it.aggregateVersion(), it.state()));
  }

  /** A pair of which a deal came is never ended because better listings arrive. */
  @Bean
  Subscription<DealState> deals(Matches matches) {
    return new Subscription<>(
        "matching.deal",
        Topics.DEAL,
        DealState.class,
        event -> {
          var deal = event.state();
          if (deal != null && deal.matchId() != null) {
            matches.deal(deal.matchId(), deal.stage().name());
          }
        });
  }
}
