package dev.musubi.e2e.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** By its connection the process is found that leads. */
@EnabledOnOs(OS.LINUX)
final class SocketsTest {
  private final Sockets own = new Sockets(ProcessHandle.current());

  @Test
  void a_process_has_the_connections_that_it_began_and_no_others() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      try (var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        int port = socket.getLocalPort();
        assertThat(own.begins(port)).isTrue();
        var parent = ProcessHandle.current().parent().orElseThrow();
        assertThat(new Sockets(parent).begins(port)).isFalse();
      }
      assertThat(own.begins(1)).isFalse();
    }
  }
}
