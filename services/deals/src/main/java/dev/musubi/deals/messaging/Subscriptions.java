package dev.musubi.deals.messaging;

import dev.musubi.deals.application.Surroundings;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.MatchFacts;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to: small memories of what a deal stands on. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {
  private static final int BATCH = 200;

  @Bean
  BatchSubscription<ListingState> listings(Surroundings known) {
    return subscription(
        "listing",
        Topics.LISTING,
        ListingState.class,
        it -> known.keep(ListingFacts.of(it), it.version()),
        known::forgetListing);
  }

  @Bean
  BatchSubscription<OrganisationState> organisations(Surroundings known) {
    return subscription(
        "organisation",
        Topics.ORGANISATION,
        OrganisationState.class,
        it -> known.keep(FirmFacts.of(it), it.version()),
        known::forgetFirm);
  }

  @Bean
  BatchSubscription<NeedState> needs(Surroundings known) {
    return subscription(
        "need",
        Topics.NEED,
        NeedState.class,
        it -> known.keep(NeedFacts.of(it), it.version()),
        known::forgetNeed);
  }

  @Bean
  BatchSubscription<MatchState> matches(Surroundings known) {
    return subscription(
        "match",
        Topics.MATCH,
        MatchState.class,
        it -> known.keep(MatchFacts.of(it), it.version()),
        known::forgetMatch);
  }

  private static <T> BatchSubscription<T> subscription(
      String aggregate,
      String topic,
      Class<T> type,
      Consumer<T> keep,
      ObjLongConsumer<UUID> forget) {
    return new BatchSubscription<>(
        "deals." + aggregate,
        topic,
        type,
        events ->
            events.forEach(
                event -> {
                  T state = event.state();
                  if (state == null) {
                    forget.accept(UUID.fromString(event.key()), event.aggregateVersion());
                  } else {
                    keep.accept(state);
                  }
                }),
        BATCH);
  }
}
