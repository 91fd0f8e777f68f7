package dev.musubi.engines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Health checks in each engine's own protocol; an open port alone proves nothing. */
public final class Probe {
  private static final int TIMEOUT = 2000;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(TIMEOUT)).build();
  private static final short KAFKA_API_VERSIONS = 18;

  private Probe() {}

  /** GET must answer 200 within two seconds. */
  public static void http(URI uri) throws IOException {
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(TIMEOUT)).build();
    try {
      var status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IOException("answers with status " + status);
      }
    } catch (java.net.http.HttpTimeoutException late) {
      throw new IOException("does not answer in time", late);
    } catch (java.net.ConnectException closed) {
      throw new IOException("does not listen yet", closed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }

  /** Asks for the broker's API versions, the first request of every client. */
  static void kafka(int port) throws IOException {
    try (var socket = connect(port)) {
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10);
      out.writeShort(KAFKA_API_VERSIONS);
      out.writeShort(0);
      out.writeInt(1);
      out.writeShort(-1);
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      in.readInt();
      in.readInt();
      var error = in.readShort();
      if (error != 0) {
        throw new IOException("answers with error " + error);
      }
    }
  }

  /** AUTH and PING. */
  static void redis(int port, String password) throws IOException {
    try (var socket = connect(port)) {
      var command = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
      var in = socket.getInputStream();
      for (var expected : new String[] {"+OK", "+PONG"}) {
        var line = line(in);
        if (!line.equals(expected)) {
          throw new IOException("answers " + line);
        }
      }
    }
  }

  /** The greeting of a mail server. */
  static void smtp(int port) throws IOException {
    try (var socket = connect(port)) {
      var greeting = line(socket.getInputStream());
      if (!greeting.startsWith("220")) {
        throw new IOException("greets with " + greeting);
      }
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT);
      socket.setSoTimeout(TIMEOUT);
      return socket;
    } catch (IOException closed) {
      socket.close();
      throw new IOException("does not listen yet", closed);
    }
  }

  private static String line(java.io.InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
