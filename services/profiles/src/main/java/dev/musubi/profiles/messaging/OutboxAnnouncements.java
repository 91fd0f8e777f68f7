package dev.musubi.profiles.messaging;

import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.Topics;
import dev.musubi.profiles.application.Announcements;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Mandates;
import org.springframework.stereotype.Component;

/** Writes events to the outbox, in the transaction of the change. */
@Component
final class OutboxAnnouncements implements Announcements {
  private final Outbox outbox;
  private final Mandates mandates;

  OutboxAnnouncements(Outbox outbox, Mandates mandates) {
    this.outbox = outbox;
    this.mandates = mandates;
  }

  @Override
  public void registered(Organisation organisation) {
    tell("registered", organisation);
  }

  @Override
  public void changed(Organisation organisation) {
    tell("changed", organisation);
  }

  @Override
  public void deleted(Organisation organisation) {
    outbox.append(
        Events.tombstone(
            Topics.ORGANISATION, organisation.id(), "deleted", organisation.version()));
  }

  @Override
  public void activated(Need need, Organisation firm) {
    tell("activated", need, firm);
  }

  @Override
  public void changed(Need need, Organisation firm) {
    tell("changed", need, firm);
  }

  @Override
  public void paused(Need need, Organisation firm) {
    tell("paused", need, firm);
  }

  @Override
  public void closed(Need need, Organisation firm) {
    tell("closed", need, firm);
  }

  @Override
  public void deleted(Need need) {
    outbox.append(Events.tombstone(Topics.NEED, need.id(), "deleted", need.version()));
  }

  private void tell(String what, Organisation organisation) {
    outbox.append(
        Events.organisation(what, organisation.state(mandates.brokersOf(organisation.id()))));
  }

  private void tell(String what, Need need, Organisation firm) {
    outbox.append(Events.need(what, need.state(firm)));
  }
}
