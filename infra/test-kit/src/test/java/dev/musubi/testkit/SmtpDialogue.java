package dev.musubi.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a mail word by word, so that nothing stands between the test and the server. */
final class SmtpDialogue {
  private SmtpDialogue() {}

  static void send(SmtpAddress smtp, String recipient, String mail) throws IOException {
    try (var socket = new Socket(smtp.host(), smtp.port());
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      expect(in, "220");
      say(socket, in, "HELO localhost", "250");
      say(socket, in, "MAIL FROM:<musubi@example.jp>", "250");
      say(socket, in, "RCPT TO:<" + recipient + ">", "250");
      say(socket, in, "DATA", "354");
      say(socket, in, mail.replace("\n", "\r\n") + "\r\n.", "250");
      say(socket, in, "QUIT", "221");
    }
  }

  private static void say(Socket socket, BufferedReader in, String line, String code)
      throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    expect(in, code);
  }

  private static void expect(BufferedReader in, String code) throws IOException {
    var answer = in.readLine();
    if (answer == null || !answer.startsWith(code)) {
      throw new IOException("The mail server answers " + answer + ", not " + code + ".");
    }
  }
}
