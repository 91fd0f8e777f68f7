package dev.musubi.bench.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one finished mail again and again by plain SMTP (RFC 5321).
 *
 * @param connections that stay open and send one mail after the other
 */
record SmtpLoop(URI server, int connections) {
  private static final String END = "\r\n";
  private static final int LINE = 72;

  /** A mail of about this length. */
  static String mail(int length) {
    var mail = new StringBuilder("From: <bench@demo.musubi.example>" + END);
    mail.append("Subject: bench").append(END).append(END);
    while (mail.length() < length) {
      mail.append("a".repeat(LINE)).append(END);
    }
    return mail.toString();
  }

  /** Mails a second that the server has taken. */
  double perSecond(String mail, int mails) throws Exception {
    var each = Math.max(1, mails / connections);
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var begun = System.nanoTime();
      var work = new ArrayList<Future<?>>();
      for (var i = 0; i < connections; i++) {
        work.add(
            threads.submit(
                () -> {
                  send(mail, each);
                  return each;
                }));
      }
      for (var one : work) {
        one.get();
      }
      return each * connections / Watch.seconds(begun);
    }
  }

  private void send(String mail, int mails) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort());
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.setTcpNoDelay(true);
      var line = new Line(in, socket.getOutputStream());
      line.expect('2');
      line.say("EHLO bench.example", '2');
      for (var i = 0; i < mails; i++) {
        line.say("MAIL FROM:<bench@demo.musubi.example>", '2');
        line.say("RCPT TO:<reader-" + i + "@demo.musubi.example>", '2');
        line.say("DATA", '3');
        line.say(mail + ".", '2');
      }
      line.say("QUIT", '2');
    }
  }

  private record Line(BufferedReader in, OutputStream out) {
    void say(String words, char answer) throws IOException {
      out.write((words + END).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      expect(answer);
    }

    /** Reads to the last line of an answer, whose number is followed by a blank. */
    void expect(char first) throws IOException {
      var line = in.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        line = in.readLine();
      }
      if (line == null || line.charAt(0) != first) {
        throw new IOException("The mail server says " + line);
      }
    }
  }
}
