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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * The model of a {@link ModelFolder}, run inside the JVM by ONNX Runtime. Every call computes on
 * its own thread; bulk work takes at most {@code bulkThreads} of them, so that a search never waits
 * behind a load.
 */
public final class LocalEmbedder implements Embedder {
  /** The first 320 tokens are enough, see the model's card. */
  private static final int MOST_TOKENS = 320;

  /** Tokens of one run, padding included: bounds memory, and larger batches are not faster. */
  private static final int TOKENS_A_RUN = 1_536;

  private static final int MOST_TEXTS_A_RUN = 32;

  private final ModelIdentity model;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtSession session;
  private final Centre centre;
  private final Semaphore bulk;

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
    return inBatches(role, texts, false);
  }

  @Override
  public List<float[]> embedInBulk(Role role, List<String> texts) {
    return inBatches(role, texts, true);
  }

  /** Texts of like length share a run, so that little of it is padding. */
  private List<float[]> inBatches(Role role, List<String> texts, boolean inBulk) {
    List<Encoding> encodings = new ArrayList<>(texts.size());
    for (String text : texts) {
      encodings.add(tokenizer.encode(ModelText.prepare(role, text)));
    }
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> encodings.get(i).getIds().length))
            .mapToInt(Integer::intValue)
            .toArray();
    float[][] vectors = new float[texts.size()][];
    for (int from = 0; from < order.length; ) {
      int to = endOfRun(encodings, order, from);
      runInto(vectors, encodings, order, from, to, inBulk);
      from = to;
    }
    return centre.apart(role, texts, List.of(vectors));
  }

  private static int endOfRun(List<Encoding> encodings, int[] order, int from) {
    int to = from + 1;
    while (to < order.length
        && to - from < MOST_TEXTS_A_RUN
        && encodings.get(order[to]).getIds().length * (to + 1 - from) <= TOKENS_A_RUN) {
      to++;
    }
    return to;
  }

  private void runInto(
      float[][] vectors, List<Encoding> encodings, int[] order, int from, int to, boolean inBulk) {
    if (inBulk) {
      bulk.acquireUninterruptibly();
    }
    try {
      float[][] found = run(encodings, order, from, to);
      for (int i = from; i < to; i++) {
        vectors[order[i]] = found[i - from];
      }
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The model " + model.name() + " failed", e);
    } finally {
      if (inBulk) {
        bulk.release();
      }
    }
  }

  private float[][] run(List<Encoding> encodings, int[] order, int from, int to)
      throws OrtException {
    int rows = to - from;
    int columns = encodings.get(order[to - 1]).getIds().length;
    LongBuffer ids = LongBuffer.allocate(rows * columns);
    LongBuffer mask = LongBuffer.allocate(rows * columns);
    for (int row = 0; row < rows; row++) {
      Encoding encoding = encodings.get(order[from + row]);
      ids.put(row * columns, encoding.getIds());
      mask.put(row * columns, encoding.getAttentionMask());
    }
    long[] shape = {rows, columns};
    OrtEnvironment environment = OnnxEnvironment.get();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The model " + model.name() + " could not be closed", e);
    }
  }
}
