package dev.musubi.messaging.consumer;

import java.util.List;

/** All consumers of this service. */
record ConsumerGroups(List<ConsumerGroup> all) {
  ConsumerGroups {
    all = List.copyOf(all);
  }

  List<ConsumerState> states() {
    return all.stream().map(ConsumerGroup::state).toList();
  }
}
