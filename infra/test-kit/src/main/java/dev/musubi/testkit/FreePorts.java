package dev.musubi.testkit;

import dev.musubi.engines.EnginePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A row of free ports below those that systems give to outgoing connections (from 32768): a port of
 * that range may be taken between its choice and the start of an engine.
 */
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ENGINES = 8;

  private FreePorts() {}

  static EnginePorts choose() {
    return EnginePorts.from(row(ENGINES));
  }

  /** The first of as many free ports in a row. */
  static int row(int length) {
    for (int attempt = 0; attempt < 200; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(FIRST, LAST - length);
      if (rowIsFree(first, length)) {
        return first;
      }
    }
    throw new IllegalStateException("No row of " + length + " free ports was found.");
  }

  private static boolean rowIsFree(int first, int length) {
    for (int port = first; port < first + length; port++) {
      try (var socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
