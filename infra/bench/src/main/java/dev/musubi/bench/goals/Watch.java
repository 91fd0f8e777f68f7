package dev.musubi.bench.goals;

import java.util.concurrent.Callable;

/** Time that passes while something is measured. */
final class Watch {
  private Watch() {}

  /**
   * Seconds since a moment.
   *
   * @param begun as {@link System#nanoTime} told it
   */
  static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Looks every few milliseconds until it is so; whoever asks bounds how long that may take. */
  static void until(int milliseconds, Callable<Boolean> so) throws Exception {
    while (!so.call()) {
      Thread.sleep(milliseconds);
    }
  }
}
