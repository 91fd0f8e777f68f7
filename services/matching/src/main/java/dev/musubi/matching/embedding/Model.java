package dev.musubi.matching.embedding;

import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.EmbeddingUnavailable;
import dev.musubi.embedding.EndpointEmbedder;
import dev.musubi.embedding.KeptVectors;
import dev.musubi.embedding.LocalEmbedder;
import dev.musubi.embedding.ModelFolder;
import dev.musubi.embedding.ModelIdentity;
import dev.musubi.embedding.Role;
import dev.musubi.matching.scoring.LegAbsent;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Vectors;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The model in use. It is loaded beside the start of the service, so that nobody waits for it: as
 * long as it is not there, the other legs answer, and the answers say so.
 */
public final class Model implements Vectors, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Model.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final EmbeddingSettings settings;
  private final JdbcTemplate jdbc;
  private final RecentVectors questions = new RecentVectors(1_000);
  private volatile @Nullable KeptVectors kept;
  private volatile @Nullable Embedder embedder;
  private volatile @Nullable String trouble;
  private volatile boolean closed;
  private @Nullable Thread loading;

  public Model(EmbeddingSettings settings, JdbcTemplate jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** How the model fares. */
  public enum State {
    OFF,
    LOADING,
    READY,
    AWAY
  }

  /**
   * Begins to load it.
   *
   * @throws ModelFolder.InvalidModel in one line, when the folder does not hold what its card says
   */
  public Model start() {
    if (settings.enabled()) {
      if (!settings.remote()) {
        folder().verify();
      }
      loading = Thread.ofPlatform().daemon().name("model").start(this::load);
    }
    return this;
  }

  private ModelFolder folder() {
    return new ModelFolder(settings.folder());
  }

  private void load() {
    while (!closed && kept == null) {
      try {
        use(settings.remote() ? connect() : LocalEmbedder.load(folder(), settings.threads()));
        trouble = null;
      } catch (EmbeddingUnavailable away) {
        trouble = away.getMessage();
        LOG.warn("No vectors yet: {}", trouble);
        rest();
      }
    }
  }

  private Embedder connect() {
    return EndpointEmbedder.connect(
        new EndpointEmbedder.Settings(
            settings.endpoint(),
            settings.name(),
            settings.key().isEmpty() ? null : settings.key(),
            settings.timeout(),
            2,
            settings.threads()));
  }

  private void use(Embedder loaded) {
    if (loaded.model().dimensions() != settings.dimensions()) {
      closed = true;
      trouble =
          "The model %s makes vectors of %d numbers, the index takes %d: set"
                  .formatted(
                      loaded.model().name(), loaded.model().dimensions(), settings.dimensions())
              + " MUSUBI_EMBEDDINGS_DIMENSIONS and build the index anew";
      LOG.error(trouble);
      loaded.close();
      return;
    }
    embedder = loaded;
    kept = new KeptVectors(jdbc, loaded);
    LOG.info("Vectors are made by {}", loaded.model().key());
  }

  private static void rest() {
    try {
      Thread.sleep(TRY_AGAIN);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  public State state() {
    if (!settings.enabled()) {
      return State.OFF;
    }
    if (kept != null) {
      return State.READY;
    }
    return trouble == null ? State.LOADING : State.AWAY;
  }

  /** Why it is away, if it is. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Vectors by what they were made of, once the model is there. */
  public Optional<KeptVectors> kept() {
    return Optional.ofNullable(kept);
  }

  private KeptVectors ready() {
    var vectors = kept;
    if (vectors == null) {
      var state = state();
      throw new LegAbsent(
          state == State.OFF ? "off" : state == State.AWAY ? "away" : "not-ready",
          "The model is " + state);
    }
    return vectors;
  }

  @Override
  public ModelIdentity model() {
    return ready().model();
  }

  /** Of a listing only when it is kept: it comes in bulk, and its turn comes. */
  @Override
  public float[] of(Question.Kind kind, String text) {
    var vectors = ready();
    try {
      return switch (kind) {
        case WORDS -> questions.of(List.of(text), it -> made(Role.QUERY, it)).getFirst();
        case NEED -> vectors.now(Role.QUERY, text);
        case LISTING ->
            Optional.ofNullable(vectors.known(Role.PASSAGE, List.of(text)).get(text))
                .orElseThrow(() -> new LegAbsent("not-ready", "The vector is not made yet"));
      };
    } catch (EmbeddingUnavailable away) {
      throw new LegAbsent("away", away);
    }
  }

  private List<float[]> made(Role role, List<String> texts) {
    return Objects.requireNonNull(embedder).embed(role, texts);
  }

  /**
   * Vectors of sentences of documents, made in bulk.
   *
   * @throws EmbeddingUnavailable when they cannot be made now
   */
  public List<float[]> ofSentences(List<String> texts) {
    ready();
    return Objects.requireNonNull(embedder).embedInBulk(Role.PASSAGE, texts);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    var thread = loading;
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
    var loaded = embedder;
    if (loaded != null) {
      loaded.close();
    }
  }
}
