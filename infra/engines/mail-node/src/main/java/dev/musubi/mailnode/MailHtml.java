package dev.musubi.mailnode;

import java.util.List;
import java.util.stream.Collectors;

/** The reader's pages. */
final class MailHtml {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="ja"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body{margin:0 auto;max-width:60rem;padding:1rem;font:16px/1.7 "Noto Sans JP",sans-serif;color:#1a1a1a}
      h1{font-size:1.4rem} a{color:#0017c1} .quiet{color:#626264}
      ul{list-style:none;padding:0} li{border-top:1px solid #d8d8db;padding:.6rem 0}
      li a{display:block;font-weight:700} dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;font-size:.9rem}
      dt{color:#626264} dd{margin:0;overflow-wrap:anywhere} iframe{width:100%%;height:32rem;border:1px solid #d8d8db}
      pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f8f8fb;padding:1rem}
      </style></head><body>
      """;

  private MailHtml() {}

  /**
   * @param newestFirst those that are shown
   * @param total how many there are
   */
  static String list(List<Mail> newestFirst, int total) {
    var items =
        newestFirst.stream()
            .map(
                mail ->
                    "<li><a href=\"/mails/%s\">%s</a>%s<br><span class=\"quiet\">%s</span></li>"
                        .formatted(
                            mail.id(),
                            escape(
                                mail.subject().isBlank() ? "(件名なし / no subject)" : mail.subject()),
                            escape(mail.recipient()),
                            time(mail.id())))
            .collect(Collectors.joining("\n"));
    var body =
        newestFirst.isEmpty() ? "<p>まだメールはありません。<br>No mail yet.</p>" : "<ul>" + items + "</ul>";
    return HEAD.formatted("開発用メール / Development mail")
        + "<h1>開発用メール <span lang=\"en\">Development mail</span></h1>"
        + "<p class=\"quiet\">ここに届いたメールは、どこへも配送されません。"
        + "<br><span lang=\"en\">Mails shown here are delivered to nobody.</span></p>"
        + body
        + rest(total - newestFirst.size())
        + "</body></html>";
  }

  private static String rest(int older) {
    return older <= 0
        ? ""
        : """
          <p class="quiet">ほかに、これより前のメールが%1$d通あります（/mails.jsonですべて読めます）。
          <br><span lang="en">And %1$d older ones; /mails.json has them all.</span></p>
          """
            .formatted(older);
  }

  static String mail(Mail mail) {
    var headers =
        mail.headers().stream()
            .map(
                header ->
                    "<dt>%s</dt><dd>%s</dd>"
                        .formatted(escape(header.getKey()), escape(header.getValue())))
            .collect(Collectors.joining("\n"));
    var html =
        mail.html() == null
            ? ""
            : "<h2>HTML</h2><iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\""
                + " title=\"HTML\" src=\"/mails/%s/html\"></iframe>".formatted(mail.id());
    var text =
        mail.text() == null
            ? ""
            : "<h2>テキスト <span lang=\"en\">Text</span></h2><pre>" + escape(mail.text()) + "</pre>";
    return HEAD.formatted(escape(mail.subject()))
        + "<p><a href=\"/\">← 一覧へ <span lang=\"en\">All mails</span></a></p><h1>"
        + escape(mail.subject())
        + "</h1>"
        + text
        + html
        + "<h2>ヘッダー <span lang=\"en\">Headers</span></h2><dl>"
        + headers
        + "</dl><p><a href=\"/mails/%s/raw\">元のメール <span lang=\"en\">Source</span></a></p>"
            .formatted(mail.id())
        + "</body></html>";
  }

  private static String time(String id) {
    return "%s-%s-%s %s:%s:%s UTC"
        .formatted(
            id.substring(0, 4),
            id.substring(4, 6),
            id.substring(6, 8),
            id.substring(9, 11),
            id.substring(11, 13),
            id.substring(13, 15));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
