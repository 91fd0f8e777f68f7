package dev.musubi.engines;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL as its superuser sees it.
 *
 * @param password of the superuser {@code postgres}
 */
public record DatabaseAccess(String host, int port, String password) {

  /** On this machine. */
  public DatabaseAccess(int port, String password) {
    this("127.0.0.1", port, password);
  }

  /** Whether it answers a query. */
  public void check() throws IOException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    } catch (SQLException failure) {
      throw new IOException(String.valueOf(failure.getMessage()), failure);
    }
  }

  /**
   * Creates what is missing of a database, its roles, and a schema of each role's name that the
   * role owns and finds by itself. The passwords are set anew, so the caller's are always the valid
   * ones. Nobody else can create or see anything there.
   */
  public void prepare(String database, Map<String, String> passwords) throws IOException {
    try {
      try (var connection = connect("postgres");
          var statement = connection.createStatement()) {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
          statement.execute("CREATE DATABASE " + name(database));
        }
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name(database)));
        for (var role : passwords.entrySet()) {
          role(connection, statement, role.getKey(), role.getValue());
          statement.execute(
              "GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s"
                  .formatted(name(database), name(role.getKey())));
        }
      }
      try (var connection = connect(database);
          var statement = connection.createStatement()) {
        statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        for (var role : passwords.keySet()) {
          statement.execute(
              "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s".formatted(name(role), name(role)));
        }
      }
    } catch (SQLException failure) {
      throw new IOException("the roles could not be set up: " + failure.getMessage(), failure);
    }
  }

  private static void role(Connection connection, Statement statement, String role, String password)
      throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      statement.execute("CREATE ROLE " + name(role) + " LOGIN");
    }
    statement.execute(
        "ALTER ROLE %s LOGIN PASSWORD %s"
            .formatted(name(role), statement.enquoteLiteral(password)));
    statement.execute("ALTER ROLE %s SET search_path = %s".formatted(name(role), name(role)));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Names come from our own code and configuration; anything unusual among them is a mistake. */
  private static String name(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a name for the database: " + name);
    }
    return '"' + name + '"';
  }

  private Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", "3");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "20");
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "DatabaseAccess[host=" + host + ", port=" + port + "]";
  }
}
