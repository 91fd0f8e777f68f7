package dev.musubi.messaging.consumer;

import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Organisations;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.TestService;
import dev.musubi.messaging.Topics;
import dev.musubi.messaging.deadletter.DeadLetter;
import dev.musubi.messaging.deadletter.DeadLetters;
import dev.musubi.model.Ids;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.EngineKit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The events of two keys, and what a consumer of its own name has handled of them. */
final class Heard {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name = TestService.freshName();
  private final String consumer = name + ".organisation";
  private final UUID first = Ids.next();
  private final UUID second = Ids.next();
  private final List<String> handled = new CopyOnWriteArrayList<>();

  String name() {
    return name;
  }

  String consumer() {
    return consumer;
  }

  UUID first() {
    return first;
  }

  UUID second() {
    return second;
  }

  /** What was handled, as key and version, in its order. */
  List<String> events() {
    return handled;
  }

  double gauge(MeterRegistry meters, String name) {
    return meters
        .get(name)
        .tag("consumer", consumer)
        .tag("topic", Topics.ORGANISATION)
        .gauge()
        .value();
  }

  TestService.Builder fresh() {
    return TestService.named(name, EngineKit.shared().postgres(name))
        .with("musubi.messaging.consumers.attempts", "2");
  }

  Subscription<OrganisationState> subscription(
      java.util.function.Consumer<IncomingEvent<OrganisationState>> handler) {
    return new Subscription<>(
        consumer,
        Topics.ORGANISATION,
        OrganisationState.class,
        event -> {
          if (isOurs(event)) {
            handler.accept(event);
          }
        });
  }

  /** The topic is one for all tests of this JVM. */
  private boolean isOurs(IncomingEvent<OrganisationState> event) {
    return event.key().equals(first.toString()) || event.key().equals(second.toString());
  }

  void note(IncomingEvent<OrganisationState> event) {
    handled.add(event.key() + " " + event.aggregateVersion());
  }

  void refuseFirst(IncomingEvent<OrganisationState> event) {
    if (event.key().equals(first.toString()) && event.aggregateVersion() == 1) {
      throw new IllegalArgumentException("nobody can handle this one");
    }
    note(event);
  }

  /** Counts what it did only when all of the batch was done, as a transaction would. */
  void noteAllButFirst(List<IncomingEvent<OrganisationState>> events) {
    List<String> before = List.copyOf(handled);
    try {
      events.stream().filter(this::isOurs).forEach(this::refuseFirst);
    } catch (IllegalArgumentException refused) {
      handled.clear();
      handled.addAll(before);
      throw refused;
    }
  }

  static void send(TestService service, UUID id, long from, long to) {
    for (long version = from; version <= to; version++) {
      service.send(Organisations.changed(id, version));
    }
  }

  static String text(UUID id, long version) {
    return id + " " + version;
  }

  static List<String> texts(UUID id, long from, long to) {
    List<String> texts = new ArrayList<>();
    for (long version = from; version <= to; version++) {
      texts.add(text(id, version));
    }
    return texts;
  }

  /** Of our keys: other tests send to the topic what no consumer can read. */
  List<DeadLetter> letters() {
    List<DeadLetter> found = new ArrayList<>();
    new DeadLetters(clients())
        .forEach(List.of(Topics.deadLetters(Topics.ORGANISATION, consumer)), found::add);
    found.removeIf(it -> !List.of(first.toString(), second.toString()).contains(it.key()));
    return found;
  }

  String outcome(TestService service) {
    return service
        .jdbc()
        .sql("SELECT outcome FROM inbox WHERE consumer = ? AND key = ? AND version = 1")
        .params(consumer, first.toString())
        .query(String.class)
        .optional()
        .orElse("");
  }

  static KafkaClients clients() {
    return new KafkaClients(EngineKit.shared().kafka(), Map.of());
  }
}
