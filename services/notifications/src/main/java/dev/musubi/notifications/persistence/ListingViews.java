package dev.musubi.notifications.persistence;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.Title;
import dev.musubi.notifications.domain.Headline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What messages say about listings, and what digests choose by, from the listings' events. */
@Repository
public class ListingViews {
  private static final int LONGEST_WORDS = 8_000;
  private static final TypeReference<List<Text>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ListingViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what is newer than the row. */
  public void keep(ListingState state) {
    List<Text> texts =
        state.texts().stream().map(t -> new Text(t.lang(), t.title(), t.summary())).toList();
    jdbc.sql(
            """
            insert into listing_view (id, version, organisation_id, state, texts, fields, prefecture,
              words, published_at)
            values (:id, :version, :organisation, :state, :texts::jsonb, :fields, :prefecture,
              :words, :publishedAt)
            on conflict (id) do update set version = excluded.version, state = excluded.state,
              organisation_id = excluded.organisation_id, texts = excluded.texts,
              fields = excluded.fields, prefecture = excluded.prefecture, words = excluded.words,
              published_at = excluded.published_at
            where listing_view.version < excluded.version
            """)
        .param("id", state.id())
        .param("version", state.version())
        .param("organisation", state.organisationId())
        .param("state", state.state().name())
        .param("texts", Json.write(texts))
        .param("fields", Columns.array(state.fields()))
        .param("prefecture", state.prefecture())
        .param("words", words(state))
        .param("publishedAt", Columns.at(state.publishedAt()))
        .update();
  }

  /** The listing was deleted. */
  public void remove(UUID id) {
    jdbc.sql("delete from listing_view where id = :id").param("id", id).update();
  }

  /** Headlines of those listings that are known here, by id. */
  public Map<UUID, Headline> headlines(Collection<UUID> ids) {
    Map<UUID, Headline> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select l.id, l.texts, l.prefecture, o.name, o.name_en
            from listing_view l left join organisation_view o on o.id = l.organisation_id
            where l.id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> headline(row))
        .list()
        .forEach(headline -> found.put(headline.listingId(), headline));
    return found;
  }

  /** Those of the listings that are on offer. */
  public List<UUID> onOffer(Collection<UUID> ids) {
    return jdbc.sql("select id from listing_view where id = any(:ids) and state = 'PUBLISHED'")
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** Listings on offer that were published after a moment, newest first. */
  public List<Fresh> publishedAfter(Instant since, int limit) {
    return jdbc.sql(
            """
            select l.id, l.texts, l.prefecture, l.fields, l.words, l.published_at, o.name, o.name_en
            from listing_view l left join organisation_view o on o.id = l.organisation_id
            where l.state = 'PUBLISHED' and l.published_at > :since
            order by l.published_at desc, l.id desc limit :limit
            """)
        .param("since", Columns.at(since))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Fresh(
                    headline(row),
                    Columns.texts(row, "fields"),
                    row.getString("words"),
                    Columns.instant(row, "published_at")))
        .list();
  }

  /** Text as it is compared: compatible forms made one (NFKC), letters small. */
  public static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String words(ListingState state) {
    String all =
        state.texts().stream()
            .flatMap(
                text ->
                    Stream.of(
                        text.title(),
                        text.summary(),
                        text.problem(),
                        text.solution(),
                        text.effect(),
                        text.products(),
                        text.overview()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    String comparable = comparable(all);
    return comparable.substring(0, Math.min(LONGEST_WORDS, comparable.length()));
  }

  private static Headline headline(ResultSet row) throws SQLException {
    List<Text> texts = Json.read(row.getString("texts"), TEXTS);
    return new Headline(
        Columns.uuid(row, "id"),
        texts.stream().map(text -> new Title(text.lang(), text.title())).toList(),
        texts.stream()
            .filter(text -> text.summary() != null && !text.summary().isBlank())
            .map(text -> new Title(text.lang(), Objects.requireNonNullElse(text.summary(), "")))
            .toList(),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("prefecture"));
  }

  /** A listing that may be news. */
  public record Fresh(Headline headline, List<String> fields, String words, Instant publishedAt) {}

  private record Text(String lang, String title, @Nullable String summary) {}
}
