package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import dev.musubi.testkit.RunningProduct;
import dev.musubi.testkit.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/**
 * A mixed load, until it is stopped: two offices, three firms, people who sign up for digests. Or a
 * crowd: so many needs and as many listings, in any order, from many threads.
 */
public final class Load implements AutoCloseable {
  /** Person and organisation of the sample data, none that the stories are about. */
  private static final Map<String, String> OFFICES =
      ordered(
          "hokutosawa",
          "01980000-0000-7000-8000-000000001002",
          "setoshio",
          "01980000-0000-7000-8000-000000001004");

  private static final Map<String, String> FIRMS =
      ordered(
          "hotaruji", "01980000-0000-7000-8000-000000002012",
          "wataridori", "01980000-0000-7000-8000-000000002013",
          "tidepool", "01980000-0000-7000-8000-000000002023");

  private final RunningProduct product;
  private final Surroundings around;
  private final Hook hook = new Hook();

  /** Needs and listings of one subject in a crowd. */
  private static final int ALIKE = 10;

  private static final int CROWD_THREADS = 12;

  private final List<Actor> actors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> hooked = new ArrayList<>();
  private final int together;
  private final List<Throwable> mistakes = new CopyOnWriteArrayList<>();

  /**
   * Signs everybody in; nothing is under way yet, so all must answer.
   *
   * @param pace mean pause of each actor between two steps
   * @param crowd 0 for the mixed load
   */
  public Load(RunningProduct product, long seed, Ledger ledger, Duration pace, int crowd) {
    this.product = product;
    this.around = new Surroundings(seed, ledger);
    this.together = crowd == 0 ? Integer.MAX_VALUE : CROWD_THREADS;
    var owners = new LinkedHashMap<String, Api>();
    OFFICES.entrySet().forEach(it -> owners.put(it.getValue(), client(it, false)));
    var offices = List.copyOf(owners.values());
    var firms = FIRMS.entrySet().stream().map(it -> client(it, true)).toList();
    if (crowd > 0) {
      gather(crowd, offices, firms);
      return;
    }
    int number = 0;
    for (var office : offices) {
      actors.add(new Office(around, office, number++, pace));
    }
    for (var firm : firms) {
      actors.add(new Firm(around, firm, owners, number++, pace));
    }
    actors.add(new Reader(around, Api.anybody(product), product, pace.multipliedBy(4)));
  }

  private void gather(int crowd, List<Api> offices, List<Api> firms) {
    for (int i = 0; i < crowd; i++) {
      var subject = Subject.of(around.seed(), i / ALIKE);
      var office = offices.get(i % offices.size());
      var firm = firms.get(i % firms.size());
      actors.add(new Arrival(around, office, Aggregate.LISTING, subject, i));
      actors.add(new Arrival(around, firm, Aggregate.NEED, subject, i));
    }
    Collections.shuffle(actors, new Random(around.seed()));
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private Api client(Map.Entry<String, String> member, boolean hooks) {
    var organisation = member.getValue();
    var person =
        Api.bearer(product, new SignIn(product).token(member.getKey() + "@demo.musubi.example"));
    var made =
        must(
            person.post(
                "/api/v1/organisations/" + organisation + "/clients",
                "{\"name\": \"faults\", \"role\": \"EDITOR\"}"));
    if (hooks) {
      var wanted = "{\"url\": \"" + hook.url() + "\", \"events\": []}";
      must(person.create("/api/v1/webhooks", wanted, UUID.randomUUID().toString()));
      hooked.add(organisation);
    }
    return Api.client(product, made.id(), made.body().path("secret").asString());
  }

  private static Reply.Done must(Reply reply) {
    if (reply instanceof Reply.Done done) {
      return done;
    }
    throw new IllegalStateException("Preparing the load failed: " + reply);
  }

  /** Organisations whose alerts are told to {@link #hook}. */
  public List<String> hooked() {
    return List.copyOf(hooked);
  }

  public Hook hook() {
    return hook;
  }

  /** Refusals that are none of the usual, with their number. */
  public Map<String, Integer> refusals() {
    return around.refusals();
  }

  /** Mistakes of the suite itself. */
  public List<Throwable> mistakes() {
    return List.copyOf(mistakes);
  }

  public void start() {
    var room = new Semaphore(together);
    for (var actor : actors) {
      threads.add(
          Thread.ofVirtual()
              .name(actor.getClass().getSimpleName())
              .uncaughtExceptionHandler((_, failure) -> mistakes.add(failure))
              .start(
                  () -> {
                    room.acquireUninterruptibly();
                    try {
                      actor.run();
                    } finally {
                      room.release();
                    }
                  }));
    }
  }

  /** A crowd ends by itself. */
  public boolean hasEnded() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /** Waits for what is under way. */
  public void stop() {
    around.stop();
    for (var thread : threads) {
      try {
        thread.join(Duration.ofMinutes(2));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    stop();
    hook.close();
  }
}
