package dev.musubi.messaging;

/** What a service does about an event, inside the transaction that records it as handled. */
@FunctionalInterface
public interface EventHandler<T> {
  void handle(IncomingEvent<T> event);
}
