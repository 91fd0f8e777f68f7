package dev.musubi.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections that the relay keeps for itself, beside the pool of the service. */
@FunctionalInterface
interface DedicatedConnections {
  Connection open() throws SQLException;
}
