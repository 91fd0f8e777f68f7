package dev.musubi.bench.goals;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.musubi.bench.Workplace;
import dev.musubi.bench.load.Rounds;
import dev.musubi.embedding.LocalEmbedder;
import dev.musubi.embedding.ModelFolder;
import dev.musubi.embedding.Role;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Texts a second of the product's embedder beside a bare ONNX session that is given the tokens of
 * the same texts, one text a run, which on a processor is as quick as several; and how long a query
 * takes while a load runs beside it, over the bare session alone on an idle machine.
 */
final class EmbeddingRow implements Row {
  private static final int TEXTS = 160;
  private static final int QUERIES = 60;
  private static final int MOST_TOKENS = 320;
  private static final double MOST = 0.95;

  @Override
  public String id() {
    return "embedding";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var folder = new ModelFolder(Workplace.model());
    var texts = SampleTexts.listings(setting.sized(TEXTS));
    var queries = SampleTexts.titles(setting.sized(QUERIES));
    var product = new Series();
    var bare = new Series();
    try (var embedder = LocalEmbedder.load(folder, 1);
        var session = new BareSession(folder)) {
      var tokens = session.tokens("passage: ", texts);
      var asked = session.tokens("query: ", queries);
      session.run(tokens);
      embedder.embedInBulk(Role.PASSAGE, texts);
      for (var round = 0; round < setting.rounds(); round++) {
        setting.tell("goals.round", id(), round + 1, setting.rounds());
        var begun = System.nanoTime();
        session.run(tokens);
        bare.rates.add(texts.size() / Watch.seconds(begun));
        begun = System.nanoTime();
        embedder.embedInBulk(Role.PASSAGE, texts);
        product.rates.add(texts.size() / Watch.seconds(begun));
        bare.times.add(slowest(asked.size(), i -> session.run(List.of(asked.get(i)))));
        product.times.add(beside(embedder, texts, queries));
      }
    }
    return List.of(
        new Figure("embedding.bulk", "per-second", product.rates, bare.rates, Goal.atLeast(0.9)),
        new Figure("embedding.query", "milliseconds", product.times, bare.times, Goal.atMost(3)));
  }

  private static final class Series {
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
  }

  private static double beside(LocalEmbedder embedder, List<String> texts, List<String> queries)
      throws InterruptedException {
    var done = new AtomicBoolean();
    var load =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    embedder.embedInBulk(
                        Role.PASSAGE, texts.subList(0, Math.min(32, texts.size())));
                  }
                });
    try {
      return slowest(queries.size(), i -> embedder.embed(Role.QUERY, List.of(queries.get(i))));
    } finally {
      done.set(true);
      load.join();
    }
  }

  private interface Work {
    void run(int question) throws OrtException;
  }

  /** What 95 of 100 stay below, in milliseconds. */
  private static double slowest(int questions, Work work) {
    var times = new ArrayList<Double>();
    for (var i = 0; i < questions; i++) {
      var begun = System.nanoTime();
      try {
        work.run(i);
      } catch (OrtException failure) {
        throw new IllegalStateException(failure);
      }
      times.add((System.nanoTime() - begun) / 1e6);
    }
    return Rounds.at(times.stream().sorted().toList(), MOST);
  }

  /** The model alone: tokens in, numbers out. */
  private static final class BareSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    BareSession(ModelFolder folder) throws Exception {
      try (var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        this.session = environment.createSession(folder.weights().toString(), options);
      }
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              folder.tokenizer(),
              Map.of("truncation", "true", "maxLength", "" + MOST_TOKENS, "padding", "false"));
    }

    /** Made beforehand: to make them is the product's work. */
    List<long[]> tokens(String prefix, List<String> texts) {
      return texts.stream().map(it -> tokenizer.encode(prefix + it).getIds()).toList();
    }

    void run(List<long[]> texts) throws OrtException {
      for (var tokens : texts) {
        run(tokens);
      }
    }

    private void run(long[] tokens) throws OrtException {
      var mask = new long[tokens.length];
      Arrays.fill(mask, 1);
      var shape = new long[] {1, tokens.length};
      try (var idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
          var maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
          var result = session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
        result.get(0).getValue();
      }
    }

    @Override
    public void close() throws OrtException {
      tokenizer.close();
      session.close();
    }
  }
}
