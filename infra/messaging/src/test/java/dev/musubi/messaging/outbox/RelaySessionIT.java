package dev.musubi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.musubi.messaging.TestService;
import dev.musubi.testkit.EngineKit;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class RelaySessionIT {

  @Test
  void a_connection_that_goes_back_to_its_pool_leaves_the_lead_to_others() throws Exception {
    var service = TestService.freshName();
    var database = EngineKit.shared().postgres(service);
    var settings = new HikariConfig();
    settings.setJdbcUrl(database.url());
    settings.setUsername(database.user());
    settings.setPassword(database.password());
    try (var pool = new HikariDataSource(settings)) {
      try (var session = new RelaySession(pool.getConnection(), service)) {
        assertThat(session.tryLead()).isTrue();
      }
      try (var other =
          new RelaySession(
              DriverManager.getConnection(database.url(), database.user(), database.password()),
              service)) {
        assertThat(other.tryLead()).isTrue();
      }
    }
  }
}
