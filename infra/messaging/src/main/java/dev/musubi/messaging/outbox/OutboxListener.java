package dev.musubi.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears, on a connection of its own, that another instance has committed events. */
final class OutboxListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxListener.class);
  private static final int WAIT_MS = 20_000;
  private static final long PAUSE_S = 5;

  private final DedicatedConnections connections;
  private final String channel;
  private final Wake wake;
  private final Thread thread;
  private volatile boolean closed;

  OutboxListener(DedicatedConnections connections, String channel, Wake wake) {
    this.connections = connections;
    this.channel = channel;
    this.wake = wake;
    this.thread = Thread.ofVirtual().name("outbox-listener").start(this::run);
  }

  private void run() {
    while (!closed) {
      try (Connection connection = connections.open()) {
        listen(connection);
      } catch (SQLException e) {
        LOG.debug("Not listening for commits of other instances; the poll finds them", e);
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET application_name = 'musubi relay listener'");
      statement.execute("LISTEN \"" + channel + "\"");
      // What committed before this was in force.
      wake.signal();
      PGConnection postgres = connection.unwrap(PGConnection.class);
      while (!closed) {
        var heard = postgres.getNotifications(WAIT_MS);
        if (heard != null && heard.length > 0) {
          wake.signal();
        } else {
          statement.execute("SELECT 1");
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_S);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
