package dev.musubi.messaging.consumer;

import dev.musubi.messaging.deadletter.DeadLetterSender;
import dev.musubi.messaging.deadletter.Undeliverable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes dead letters of records: with one wait for Kafka and one transaction for all. A letter that
 * was written and could not be noted is written again later; its reader knows both as one.
 */
final class Burial {
  private final Listener<?> listener;
  private final HandledOnce<?> once;
  private final DeadLetterSender letters;

  Burial(Listener<?> listener, HandledOnce<?> once, DeadLetterSender letters) {
    this.listener = listener;
    this.once = once;
    this.letters = letters;
  }

  /** What failed for each of them, in their order; nothing for one that is a dead letter now. */
  List<Optional<RuntimeException>> bury(List<Dead> dead) {
    List<Optional<RuntimeException>> failures = new ArrayList<>(send(dead));
    List<Dead> written = new ArrayList<>();
    for (int i = 0; i < dead.size(); i++) {
      if (failures.get(i).isEmpty()) {
        written.add(dead.get(i));
      }
    }
    try {
      once.bury(written);
    } catch (RuntimeException e) {
      failures.replaceAll(it -> it.isPresent() ? it : Optional.of(e));
    }
    return failures;
  }

  private List<Optional<RuntimeException>> send(List<Dead> dead) {
    var records =
        dead.stream()
            .map(it -> new Undeliverable(it.record(), it.failure(), it.pending().attempts()))
            .toList();
    return letters.send(listener.topic(), listener.consumer(), records);
  }
}
