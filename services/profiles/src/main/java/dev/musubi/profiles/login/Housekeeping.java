package dev.musubi.profiles.login;

import dev.musubi.profiles.persistence.Throttle;
import dev.musubi.profiles.persistence.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is over: authorizations, links, counts of attempts. */
@Component
class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Throttle throttle;

  Housekeeping(JdbcClient jdbc, Tickets tickets, Throttle throttle) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.throttle = throttle;
  }

  @Scheduled(fixedDelay = 10, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
  void tidy() {
    try {
      Instant yesterday = Instant.now().minus(Duration.ofDays(1));
      int gone = authorizations() + tickets.purge(yesterday) + throttle.purge(yesterday);
      LOG.debug("{} rows are over and deleted", gone);
    } catch (RuntimeException e) {
      LOG.warn("What is over could not be deleted; the next attempt follows: {}", e.toString());
    }
  }

  /** An id token is kept a while longer than its refresh token: signing out needs it. */
  int authorizations() {
    return jdbc.sql(
            """
            DELETE FROM oauth2_authorization
            WHERE greatest(authorization_code_expires_at, access_token_expires_at,
                           refresh_token_expires_at, oidc_id_token_expires_at)
              < now() - interval '1 hour'
            """)
        .update();
  }
}
