package dev.musubi.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The model of a {@link ModelFolder}, run inside the JVM by ONNX Runtime. Every call computes on
 * its own thread; bulk work takes at most {@code bulkThreads} of them, so that a search never waits
 * behind a load.
 */
public final class LocalEmbedder implements Embedder {
  /** The first 320 tokens are enough, see the model's card. */
  private static final int MOST_TOKENS = 320;

  private final ModelIdentity model;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtSession session;
  private final Centre centre;
  private final Semaphore bulk;

  /** Held for writing by whoever closes: native memory must not go while somebody computes. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private LocalEmbedder(
      ModelIdentity model,
      HuggingFaceTokenizer tokenizer,
      OrtSession session,
      Centre centre,
      int bulkThreads) {
    this.centre = centre;
    this.model = model;
    this.tokenizer = tokenizer;
    this.session = session;
    this.bulk = new Semaphore(bulkThreads, true);
  }

  /**
   * Loads a model.
   *
   * @param folder holds the files and the card with their hashes
   * @param bulkThreads how many threads a load may use at once, at least 1
   * @throws ModelFolder.InvalidModel when a file is missing or not the one of the card
   */
  public static LocalEmbedder load(ModelFolder folder, int bulkThreads) {
    String fingerprint = folder.verify();
    try {
      OrtSession session = session(folder);
      try {
        HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.newInstance(
                folder.tokenizer(),
                Map.of("truncation", "true", "maxLength", "" + MOST_TOKENS, "padding", "false"));
        int dimensions = dimensions(session);
        ModelIdentity identity = new ModelIdentity(folder.name(), fingerprint, dimensions);
        Centre centre = folder.centre(dimensions);
        return new LocalEmbedder(identity, tokenizer, session, centre, bulkThreads);
      } catch (IOException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException | IOException e) {
      throw new EmbeddingUnavailable("The model " + folder.path() + " could not be loaded", e);
    }
  }

  private static OrtSession session(ModelFolder folder) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return OnnxEnvironment.get().createSession(folder.weights().toString(), options);
    }
  }

  private static int dimensions(OrtSession session) throws OrtException {
    NodeInfo output = session.getOutputInfo().get("embedding");
    if (output == null || !(output.getInfo() instanceof TensorInfo tensor)) {
      throw new OrtException("The model has no output \"embedding\"");
    }
    return (int) tensor.getShape()[1];
  }

  @Override
  public ModelIdentity model() {
    return model;
  }

  @Override
  public List<float[]> embed(Role role, List<String> texts) {
    return each(role, texts, false);
  }

  @Override
  public List<float[]> embedInBulk(Role role, List<String> texts) {
    return each(role, texts, true);
  }

  /**
   * Each text by itself. The weights are of 8 bits and the activations are scaled by what a run
   * holds, so in a run of several texts a vector would depend on its neighbours (cosine .995 to
   * that of the text alone), and on padding; nothing is won by it on a processor (15 texts a second
   * both ways, on one core).
   */
  private List<float[]> each(Role role, List<String> texts, boolean inBulk) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (String text : texts) {
      vectors.add(vector(ModelText.prepare(role, text), inBulk));
    }
    return centre.apart(role, texts, vectors);
  }

  private float[] vector(String text, boolean inBulk) {
    if (inBulk) {
      bulk.acquireUninterruptibly();
    }
    use.readLock().lock();
    try {
      if (closed) {
        throw new EmbeddingUnavailable("The model " + model.name() + " has been closed", null);
      }
      return run(tokenizer.encode(text));
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The model " + model.name() + " failed", e);
    } finally {
      use.readLock().unlock();
      if (inBulk) {
        bulk.release();
      }
    }
  }

  private float[] run(Encoding encoding) throws OrtException {
    long[] ids = encoding.getIds();
    long[] shape = {1, ids.length};
    OrtEnvironment environment = OnnxEnvironment.get();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor maskTensor =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(encoding.getAttentionMask()), shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  /** Waits for the texts that are being embedded; later ones find the model closed. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        tokenizer.close();
        session.close();
      }
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The model " + model.name() + " could not be closed", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
