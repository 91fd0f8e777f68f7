package dev.musubi.profiles.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends sessions and refresh tokens at once. Access tokens that are out end by themselves within
 * minutes: the other services verify them without asking us.
 */
@Component
public class RevokeAccess {
  private final JdbcClient jdbc;

  RevokeAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of an account. */
  public void everything(UUID account) {
    jdbc.sql("DELETE FROM oauth2_authorization WHERE principal_name = ?")
        .param(account.toString())
        .update();
    jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
        .param(account.toString())
        .update();
  }

  /** Of an API client. */
  public void client(String id) {
    jdbc.sql("DELETE FROM oauth2_authorization WHERE registered_client_id = ?").param(id).update();
  }
}
