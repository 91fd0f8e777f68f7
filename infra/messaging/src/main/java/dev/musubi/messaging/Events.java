package dev.musubi.messaging;

import dev.musubi.model.event.DealState;
import dev.musubi.model.event.DeliveryState;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.util.UUID;

/** Makes events of states. The short type is the past participle alone, such as "published". */
public final class Events {
  private Events() {}

  public static OutgoingEvent listing(String shortType, ListingState state) {
    return event(Topics.LISTING, state.id(), shortType, state.version(), state);
  }

  public static OutgoingEvent need(String shortType, NeedState state) {
    return event(Topics.NEED, state.id(), shortType, state.version(), state);
  }

  public static OutgoingEvent organisation(String shortType, OrganisationState state) {
    return event(Topics.ORGANISATION, state.id(), shortType, state.version(), state);
  }

  public static OutgoingEvent match(String shortType, MatchState state) {
    return event(Topics.MATCH, state.id(), shortType, state.version(), state);
  }

  public static OutgoingEvent deal(String shortType, DealState state) {
    return event(Topics.DEAL, state.id(), shortType, state.version(), state);
  }

  public static OutgoingEvent delivery(String shortType, DeliveryState state) {
    return event(Topics.DELIVERY, state.id(), shortType, state.version(), state);
  }

  /** The aggregate is gone: readers forget it, and so does the compacted topic. */
  public static OutgoingEvent tombstone(String topic, UUID key, String shortType, long version) {
    return new OutgoingEvent(topic, key.toString(), Topics.type(topic, shortType), version, null);
  }

  private static OutgoingEvent event(
      String topic, UUID id, String shortType, long version, Object state) {
    String type = Topics.type(topic, shortType);
    return new OutgoingEvent(topic, id.toString(), type, version, EventJson.write(state));
  }
}
