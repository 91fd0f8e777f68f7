package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import java.io.PrintWriter;

/** Says now and then how far long work is and how long it will still take. */
public final class Progress {
  private static final long PAUSE = 5_000_000_000L;

  private final PrintWriter out;
  private final String what;
  private final long all;
  private final long started = System.nanoTime();
  private long told = started;

  /**
   * Begins now.
   *
   * @param what is done, in a word or two
   * @param all how much there is to do
   */
  public Progress(PrintWriter out, String what, long all) {
    this.out = out;
    this.what = what;
    this.all = all;
  }

  /** So much is done. */
  public synchronized void at(long done) {
    var now = System.nanoTime();
    if (done > 0 && done < all && now - told >= PAUSE) {
      told = now;
      var left = Math.round((now - started) / 1e9 / done * (all - done));
      out.println(Texts.of("progress", what, done, all, left));
      out.flush();
    }
  }
}
