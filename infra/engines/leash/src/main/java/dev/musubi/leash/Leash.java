package dev.musubi.leash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs another class's {@code main}, and ends the process when its standard input ends.
 *
 * <p>The starting process keeps the other end of that pipe and never writes to it. When it closes
 * the pipe, or dies in whatever way, the operating system reports the end of the stream here: the
 * shutdown hooks run, and after {@code musubi.leash.grace} seconds (20) the process is halted.
 */
public final class Leash {
  private Leash() {}

  /** Takes the name of the class to run, then its arguments. */
  public static void main(String[] args) throws Throwable {
    if (args.length == 0) {
      throw new IllegalArgumentException("The class to run is missing.");
    }
    Thread.ofPlatform().daemon().name("leash").start(Leash::untilTheEnd);
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException failure) {
      (failure.getCause() == null ? failure : failure.getCause()).printStackTrace();
      // Threads that the class has left behind must not keep a failed process alive.
      System.exit(1);
    }
  }

  private static void untilTheEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent; only the end counts.
      }
    } catch (IOException gone) {
      // A broken pipe is an end, too.
    }
    Thread.ofPlatform().daemon().name("leash-halt").start(Leash::haltLater);
    System.exit(0);
  }

  private static void haltLater() {
    try {
      TimeUnit.SECONDS.sleep(Long.getLong("musubi.leash.grace", 20));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(137);
  }
}
