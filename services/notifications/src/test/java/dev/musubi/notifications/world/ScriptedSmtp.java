package dev.musubi.notifications.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A mail server that does on demand what real ones do on bad days. Speaks as much SMTP as is needed
 * and keeps recipient and Message-ID of what it has taken.
 */
public final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket server;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Consumer<Taken> beforeAnswer = mail -> {};
  private volatile int dropsAfterData;

  /** A server on a free port. */
  public ScriptedSmtp() {
    this(0);
  }

  /** A server on this port. */
  public ScriptedSmtp(int port) {
    try {
      server = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().name("smtp").start(this::accept);
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** Its address. */
  public String url() {
    return "smtp://127.0.0.1:" + port();
  }

  /** Answers RCPT for this address so, until another answer is given. */
  public void answer(String recipient, String reply) {
    answers.put(recipient, reply);
  }

  /** Takes RCPT for this address as usual. */
  public void welcome(String recipient) {
    answers.remove(recipient);
  }

  /** Breaks the connection so many times when a mail is complete, without an answer. */
  public void dropAfterData(int times) {
    dropsAfterData = times;
  }

  /** Does this between the end of a mail and the answer. */
  public void beforeAnswer(Consumer<Taken> work) {
    beforeAnswer = work;
  }

  /** Mails that came in whole, whether or not that was answered. */
  public List<Taken> taken() {
    return taken;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("smtp-connection").start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 test");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb =
            line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
          case "RCPT" -> {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            say(out, answers.getOrDefault(recipient, "250 ok"));
          }
          case "DATA" -> {
            say(out, "354 go on");
            if (!data(in, out, recipient)) {
              return;
            }
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException broken) {
      // The other side has gone.
    } finally {
      open.remove(socket);
    }
  }

  private boolean data(BufferedReader in, OutputStream out, String recipient) throws IOException {
    String messageId = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      if (line.startsWith("Message-ID: ")) {
        messageId = line.substring("Message-ID: ".length());
      }
    }
    Taken mail = new Taken(recipient, messageId);
    taken.add(mail);
    beforeAnswer.accept(mail);
    if (dropsAfterData > 0) {
      dropsAfterData--;
      return false;
    }
    say(out, "250 taken");
    return true;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A mail that came in whole. */
  public record Taken(String recipient, String messageId) {}
}
