package dev.musubi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What every provider must give: this suite is run with each of them. */
final class EngineKitIT {
  private final EngineKit kit = EngineKit.shared();

  @Test
  void a_role_writes_to_the_schema_of_its_name_without_naming_it() throws SQLException {
    var address = kit.postgres("listings");
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE patent (number text)");
      try (var rows =
          statement.executeQuery(
              "SELECT table_schema FROM information_schema.tables WHERE table_name = 'patent'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("listings");
      }
      try (var rows = statement.executeQuery("SHOW server_version_num")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(180_000);
      }
    }
  }

  @Test
  void each_call_gives_an_empty_database() throws SQLException {
    var first = kit.postgres("deals");
    var second = kit.postgres("deals");
    assertThat(first.url()).isNotEqualTo(second.url());
  }

  @Test
  void japanese_text_is_cut_into_its_words_in_their_base_form() throws Exception {
    var tokens =
        analyze(
            """
            {"tokenizer": "kuromoji_tokenizer",
             "filter": ["kuromoji_baseform", "kuromoji_part_of_speech", "cjk_width",
                        "kuromoji_stemmer", "lowercase"],
             "text": "廃プラスチックを近赤外線で選別した"}
            """);
    assertThat(tokens).containsExactly("廃", "プラスチック", "近赤外線", "選別", "する");
  }

  @Test
  void redis_answers_those_who_know_the_password() throws IOException {
    var redis = kit.redis();
    var password = redis.getUserInfo() == null ? "" : redis.getUserInfo().substring(1);
    try (var socket = new Socket(redis.getHost(), redis.getPort())) {
      var login = password.isEmpty() ? "" : "AUTH " + password + "\r\n";
      socket
          .getOutputStream()
          .write((login + "PING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).contains("+PONG");
    }
  }

  @Test
  void a_mail_can_be_read_with_its_headers_and_in_japanese() throws IOException {
    var smtp = kit.smtp();
    smtp.clear();
    SmtpDialogue.send(
        smtp,
        "firm@example.jp",
        """
        Subject: =?UTF-8?B?44G+44Gj44Gh?=
        List-Unsubscribe: <https://example.jp/u/1>
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        新しい特許が届きました。
        """);
    var mails = smtp.received();
    assertThat(mails).hasSize(1);
    var mail = mails.getFirst();
    assertThat(mail.recipient()).isEqualTo("firm@example.jp");
    assertThat(mail.subject()).isEqualTo("まっち");
    assertThat(mail.text()).contains("新しい特許が届きました。");
    assertThat(mail.header("list-unsubscribe")).contains("<https://example.jp/u/1>");
  }

  @Test
  void kafka_listens_at_the_address_it_gives() throws IOException {
    var address = kit.kafka().split(":", 2);
    try (var socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private List<String> analyze(String body) throws IOException, InterruptedException {
    URI uri = kit.elasticsearch().resolve("/_analyze");
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var tokens = new ArrayList<String>();
    JsonMapper.builder()
        .build()
        .readTree(response.body())
        .get("tokens")
        .forEach(token -> tokens.add(token.get("token").asString()));
    return tokens;
  }
}
