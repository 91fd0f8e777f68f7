package dev.musubi.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Whether the ports can be had. */
final class Ports {
  private static final int HIGHEST = 65_500;

  private Ports() {}

  static void check(Addresses addresses) {
    if (addresses.first() < 1 || addresses.first() > HIGHEST) {
      throw Texts.failure("failure.port-range", HIGHEST);
    }
    busy(addresses)
        .ifPresent(
            name -> {
              throw Texts.failure(
                  "failure.port",
                  String.valueOf(addresses.all().get(name)),
                  name,
                  String.valueOf(addresses.first() + 100));
            });
  }

  static Optional<String> busy(Addresses addresses) {
    return addresses.all().entrySet().stream()
        .filter(entry -> !isFree(entry.getValue()))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // As the servers do: connections of a server that is gone do not keep its port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
