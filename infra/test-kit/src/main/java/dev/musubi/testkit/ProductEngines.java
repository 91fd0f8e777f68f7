package dev.musubi.testkit;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The engines of a copy, as an operator reaches them: for what a black-box test may read there and
 * nowhere else.
 */
public record ProductEngines(RunningProduct product) {
  private static final int PATIENCE_SECONDS = 20;

  /** As PostgreSQL's superuser. */
  public Connection database() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", product.databaseSecret());
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", Integer.toString(PATIENCE_SECONDS));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/musubi", properties);
  }

  /** Bootstrap servers. */
  public String kafka() {
    return "127.0.0.1:" + port("kafka");
  }

  public URI elasticsearch() {
    return URI.create("http://127.0.0.1:" + port("elasticsearch"));
  }

  private int port(String name) {
    return StreamSupport.stream(product.processes().spliterator(), false)
        .filter(part -> part.path("name").asString().equals(name))
        .mapToInt(part -> part.path("port").asInt())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no " + name));
  }

  /** All processes as they stand. */
  public JsonNode processes() {
    return product.processes();
  }
}
