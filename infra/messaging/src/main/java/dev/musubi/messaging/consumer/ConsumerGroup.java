package dev.musubi.messaging.consumer;

import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.MessagingProperties;
import dev.musubi.messaging.TopicSetup;
import dev.musubi.messaging.deadletter.DeadLetterSender;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The members of one consumer group in this instance.
 *
 * @param members makes them, new ones for each start
 */
record ConsumerGroup(ConsumerState state, Supplier<List<ConsumerLoop<?>>> members) {

  List<ConsumerLoop<?>> loops() {
    return members.get();
  }

  static <T> ConsumerGroup of(Listener<T> listener, Parts parts) {
    ConsumerState state = new ConsumerState(listener.consumer(), listener.topic());
    return new ConsumerGroup(
        state,
        () ->
            Stream.<ConsumerLoop<?>>generate(() -> parts.loop(listener, state))
                .limit(parts.settings().threads())
                .toList());
  }

  /** What the members of all groups are made of. */
  record Parts(
      KafkaClients clients,
      TopicSetup topics,
      EventSchemas schemas,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      DeadLetterSender letters,
      MessagingProperties.Consumers settings) {

    private <T> ConsumerLoop<T> loop(Listener<T> listener, ConsumerState state) {
      Pauses pauses = new Pauses(settings.pause(), settings.longestPause());
      Round<T> round =
          new Round<>(
              listener,
              new EventReader<>(listener.topic(), listener.type(), schemas),
              new HandledOnce<>(listener, new Inbox(jdbc), transaction),
              letters,
              state,
              pauses,
              settings.attempts());
      return new ConsumerLoop<>(
          listener, clients, topics, round, new Positions(jdbc), state, pauses, settings.window());
    }
  }
}
