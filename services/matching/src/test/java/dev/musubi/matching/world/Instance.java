package dev.musubi.matching.world;

import dev.musubi.matching.application.TakeInListings;
import dev.musubi.matching.application.TakeInNeeds;
import dev.musubi.matching.application.TakeInOrganisations;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A running instance of the service. */
public final class Instance implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  Instance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** An answer over HTTP. */
  public record Answer(int status, JsonNode json) {}

  /** The application itself. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** A part of it. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Takes listings in, as the listener does. */
  public void take(ListingState... listings) {
    var news =
        Arrays.stream(listings)
            .map(it -> new TakeInListings.News(it.id(), it.version(), it))
            .toList();
    inTransaction(() -> part(TakeInListings.class).take(news));
  }

  /** Takes a deletion in, as the listener does. */
  public void takeDeletion(UUID listing, long version) {
    var news = List.of(new TakeInListings.News(listing, version, null));
    inTransaction(() -> part(TakeInListings.class).take(news));
  }

  public void take(NeedState need) {
    inTransaction(() -> part(TakeInNeeds.class).take(need.id(), need.version(), need));
  }

  public void take(OrganisationState organisation) {
    inTransaction(
        () ->
            part(TakeInOrganisations.class)
                .take(organisation.id(), organisation.version(), organisation));
  }

  private void inTransaction(Runnable work) {
    part(TransactionTemplate.class).executeWithoutResult(_ -> work.run());
  }

  public JdbcClient database() {
    return part(JdbcClient.class);
  }

  /** A number out of its database. */
  public long count(String sql) {
    return database().sql(sql).query(Long.class).single();
  }

  /** Standing pairs of a need. */
  public List<UUID> standing(UUID need) {
    return database()
        .sql(
            "SELECT listing_id FROM match WHERE need_id = :need AND active ORDER BY fused DESC, id")
        .param("need", need)
        .query(UUID.class)
        .list();
  }

  /** The reasons of a pair. */
  public List<MatchState.Reason> reasons(UUID need, UUID listing) {
    var json =
        database()
            .sql("SELECT reasons FROM match WHERE need_id = :need AND listing_id = :listing")
            .param("need", need)
            .param("listing", listing)
            .query(String.class)
            .single();
    return List.of(EventJson.mapper().readValue(json, MatchState.Reason[].class));
  }

  /** The legs that judged a pair. */
  public List<String> legs(UUID need, UUID listing) {
    return database()
        .sql(
            "SELECT unnest(legs) FROM match WHERE need_id = :need AND listing_id = :listing AND"
                + " active ORDER BY 1")
        .param("need", need)
        .param("listing", listing)
        .query(String.class)
        .list();
  }

  /** The events of matches that wait in the outbox, in their order. */
  public List<MatchState> matchEvents() {
    return database()
        .sql("SELECT payload FROM outbox WHERE topic = 'musubi.match.v1' ORDER BY id")
        .query((row, _) -> EventJson.read(row.getBytes("payload"), MatchState.class))
        .list();
  }

  /** Whether all work is done. */
  public boolean idle() {
    return count("SELECT count(*) FROM task") == 0;
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, null, token);
  }

  public Answer post(String path, String json, @Nullable String token) {
    return send("POST", path, json, token);
  }

  private Answer send(String method, String path, @Nullable String json, @Nullable String token) {
    var body =
        json == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json);
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json")
            .header("Accept-Language", "ja")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), EventJson.mapper().readTree(answer.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
