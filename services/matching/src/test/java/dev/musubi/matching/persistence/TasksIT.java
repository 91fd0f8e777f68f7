package dev.musubi.matching.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.persistence.Tasks.Task;
import dev.musubi.testkit.EngineKit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

final class TasksIT {
  private static JdbcClient jdbc;
  private static Tasks tasks;

  @BeforeAll
  static void migrate() {
    var address = EngineKit.shared().postgres("matching");
    var database = new DriverManagerDataSource(address.url(), address.user(), address.password());
    Flyway.configure()
        .dataSource(database)
        .defaultSchema("matching")
        .outOfOrder(true)
        .load()
        .migrate();
    jdbc = JdbcClient.create(database);
    tasks = new Tasks(jdbc);
  }

  @BeforeEach
  void nothing_waits() {
    jdbc.sql("DELETE FROM task").update();
    jdbc.sql("DELETE FROM need").update();
  }

  @Test
  void what_somebody_has_changed_is_claimed_before_what_vectors_bring() {
    var again = Stream.generate(UUID::randomUUID).limit(50).toList();
    tasks.add(Kind.MATCH_NEED, again, Cause.VECTOR);
    var fresh = UUID.randomUUID();
    tasks.add(Kind.MATCH_NEED, List.of(fresh), Cause.NEED);
    assertThat(tasks.claim(Kind.MATCH_NEED, 1)).extracting(Task::subject).containsExactly(fresh);
  }

  @Test
  void first_list_of_a_need_does_not_wait_for_an_import() {
    var imported = Stream.generate(UUID::randomUUID).limit(50).toList();
    tasks.add(Kind.MATCH_NEED, imported, Cause.LISTING);
    var need = UUID.randomUUID();
    tasks.add(Kind.MATCH_NEED, List.of(need), Cause.NEED);
    assertThat(tasks.claim(Kind.MATCH_NEED, 5)).extracting(Task::subject).containsExactly(need);
  }

  @Test
  void what_vectors_bring_is_claimed_in_order_when_nothing_else_waits() {
    var again = Stream.generate(UUID::randomUUID).limit(3).toList();
    again.forEach(it -> tasks.add(Kind.MATCH_LISTING, List.of(it), Cause.VECTOR));
    assertThat(tasks.claim(Kind.MATCH_LISTING, 5))
        .extracting(Task::subject)
        .containsExactlyElementsOf(again);
    assertThat(tasks.claim(Kind.MATCH_NEED, 5)).isEmpty();
  }

  @Test
  void a_round_of_all_needs_adds_nothing_where_one_waits() {
    var waiting = activeNeed();
    var idle = activeNeed();
    tasks.add(Kind.MATCH_NEED, List.of(waiting), Cause.NEED);
    tasks.add(Kind.MATCH_LISTING, List.of(UUID.randomUUID()), Cause.LISTING);
    var added = tasks.matchAllNeedsInstead(tasks.claim(Kind.MATCH_LISTING, 1));
    assertThat(added).isEqualTo(1);
    assertThat(tasks.claim(Kind.MATCH_NEED, 5)).extracting(Task::subject).containsExactly(waiting);
    assertThat(tasks.waiting(Kind.MATCH_LISTING, 5)).isZero();
    tasks.done(tasks.claim(Kind.MATCH_NEED, 1));
    assertThat(tasks.claim(Kind.MATCH_NEED, 5)).extracting(Task::subject).containsExactly(idle);
  }

  private static UUID activeNeed() {
    var id = UUID.randomUUID();
    jdbc.sql(
            "INSERT INTO need (id, version, revision, organisation_id, active)"
                + " VALUES (?, 1, 1, ?, true)")
        .params(id, UUID.randomUUID())
        .update();
    return id;
  }
}
