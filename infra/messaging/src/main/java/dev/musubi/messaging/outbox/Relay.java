package dev.musubi.messaging.outbox;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.MessagingProperties;
import dev.musubi.messaging.TopicSetup;
import dev.musubi.messaging.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox into Kafka, as long as this instance is the one that does so. It never gives
 * up: with the database or Kafka away it waits, with growing pauses, and begins again.
 */
final class Relay implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final DedicatedConnections connections;
  private final KafkaClients clients;
  private final TopicSetup topics;
  private final MessagingProperties.Relay settings;
  private final String service;
  private final Wake wake;
  private final RelayState state;
  private Duration pause = FIRST_PAUSE;

  Relay(
      DedicatedConnections connections,
      KafkaClients clients,
      TopicSetup topics,
      MessagingProperties.Relay settings,
      String service,
      Wake wake,
      RelayState state) {
    this.connections = connections;
    this.clients = clients;
    this.topics = topics;
    this.settings = settings;
    this.service = service;
    this.wake = wake;
    this.state = state;
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (RelaySession session = new RelaySession(connections.open(), service)) {
        waitForLead(session);
        state.leads(true);
        lead(session);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (SQLException | RuntimeException e) {
        troubled(e);
      } finally {
        state.leads(false);
      }
    }
  }

  private void waitForLead(RelaySession session) throws SQLException, InterruptedException {
    while (!session.tryLead()) {
      if (wake.await(settings.standby())) {
        session.wakeOthers();
      }
    }
    LOG.info("This instance relays the events of {}", service);
  }

  /** Any failure of Kafka ends the lead, so that an instance that reaches it may try. */
  private void lead(RelaySession session) throws SQLException, InterruptedException {
    prepareTopics(session);
    try (KafkaSender sender = KafkaSender.open(clients, service);
        OutboxListener _ = new OutboxListener(connections, RelaySession.channel(service), wake)) {
      int settled = session.delete(new SentMarkerReader(clients).last(SentMarker.topic(service)));
      if (settled > 0) {
        LOG.info("{} events had been sent, but not deleted, by the relay before", settled);
      }
      while (!Thread.currentThread().isInterrupted()) {
        if (!relay(session, sender)) {
          return;
        }
      }
    }
  }

  private void prepareTopics(RelaySession session) throws SQLException {
    Set<String> names = new LinkedHashSet<>(Topics.all());
    names.addAll(session.topics());
    topics.events(names);
    topics.marker(SentMarker.topic(service));
  }

  /** One batch; false when a new sender is needed. */
  private boolean relay(RelaySession session, KafkaSender sender)
      throws SQLException, InterruptedException {
    List<PendingEvent> batch = session.next(settings.batch(), settings.batchSize().toBytes());
    if (batch.isEmpty()) {
      wake.await(settings.poll());
      return true;
    }
    return switch (sender.send(batch)) {
      case SendOutcome.Sent _ -> {
        session.delete(batch.stream().map(PendingEvent::reference).toList());
        state.sent(batch.size());
        pause = FIRST_PAUSE;
        yield true;
      }
      case SendOutcome.Refused refused -> {
        session.park(refused.event(), refused.reason());
        LOG.error(
            "Kafka refuses {} {} of key {} on {}: {}. The key is parked; an operator releases or"
                + " drops it (/internal/messaging/parked).",
            refused.event().type(),
            refused.event().eventId(),
            refused.event().key(),
            refused.event().topic(),
            refused.reason());
        yield false;
      }
    };
  }

  private void troubled(Exception failure) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    String who = failure instanceof KafkaException ? "Kafka" : "the outbox";
    state.troubled(who + ": " + failure.getMessage());
    LOG.warn(
        "Relaying the events of {} stopped at {} ({}); trying again in {} ms",
        service,
        who,
        failure.toString(),
        pause.toMillis());
    LOG.debug("The failure", failure);
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
