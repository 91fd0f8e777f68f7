package dev.musubi.embedding;

import ai.onnxruntime.OrtEnvironment;

/**
 * The native library's environment, made once.
 *
 * <p>When it is made, ONNX Runtime 1.29 matches the command line of the process against an
 * expression, by recursion: with a class path of some ten thousand characters, as a service has
 * one, the usual megabyte of stack runs over and the whole process dies without a word. A thread
 * with a deep stack makes it; of what it does not use, nothing is taken from the machine.
 */
final class OnnxEnvironment {
  private static final long STACK_BYTES = 512L << 20;

  private OnnxEnvironment() {}

  static OrtEnvironment get() {
    return Made.ENVIRONMENT;
  }

  private static final class Made {
    private static final OrtEnvironment ENVIRONMENT = make();
  }

  /** Not in {@link Made}: its initialisation waits for this thread, which must not wait for it. */
  private static OrtEnvironment make() {
    OrtEnvironment[] made = new OrtEnvironment[1];
    Thread maker =
        new Thread(
            null, () -> made[0] = OrtEnvironment.getEnvironment(), "onnx-runtime", STACK_BYTES);
    maker.start();
    try {
      maker.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new EmbeddingUnavailable("Interrupted while ONNX Runtime was loaded", stop);
    }
    if (made[0] == null) {
      throw new EmbeddingUnavailable("ONNX Runtime could not be loaded", null);
    }
    return made[0];
  }
}
