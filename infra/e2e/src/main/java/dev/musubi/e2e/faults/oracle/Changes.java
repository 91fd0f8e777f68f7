package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.load.Marks;
import dev.musubi.e2e.faults.oracle.Facts.Row;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every acknowledged change is in its table, and nothing that nobody asked for. */
final class Changes {
  private static final Pattern MARK = Pattern.compile("\\b([LND][0-9]+R)[0-9]+E");
  private final Ledger ledger;
  private final Facts facts;
  private final List<Violation> found = new ArrayList<>();

  Changes(Ledger ledger, Facts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  List<Violation> judge() {
    var byMark = byMark();
    for (var entry : ledger.entries()) {
      var rows = byMark.getOrDefault(entry.mark(), List.of());
      if (rows.size() > 1) {
        violated(Rule.TWICE, entry, "one creation made " + rows.size() + " rows " + ids(rows));
      } else if (rows.isEmpty() && entry.id() != null) {
        violated(Rule.LOST, entry, "no row");
      } else if (!rows.isEmpty() && entry.id() != null) {
        judge(entry, rows.getFirst());
      }
    }
    return found;
  }

  private static List<String> ids(List<Row> rows) {
    return rows.stream().map(Row::id).toList();
  }

  private Map<String, List<Row>> byMark() {
    var byMark = new HashMap<String, List<Row>>();
    for (var rows : facts.rows().values()) {
      for (var row : rows) {
        var mark = MARK.matcher(row.text());
        if (mark.find()) {
          byMark.computeIfAbsent(mark.group(1), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    return byMark;
  }

  private void judge(Ledger.Entry entry, Row row) {
    var change = Marks.change(entry.mark(), row.text()).orElse(-1);
    var asSeen = row.state().equals(entry.state()) && change == entry.change();
    if (!row.id().equals(entry.id())) {
      violated(Rule.TWICE, entry, "is at " + row.id());
    } else if (row.version() < entry.version()) {
      violated(Rule.LOST, entry, "is at version " + row.version());
    } else if (row.version() == entry.version() && !asSeen) {
      violated(Rule.LOST, entry, "at that version is " + row.state() + " with change " + change);
    } else if (row.version() > entry.version()) {
      var wished =
          entry.open().stream()
              .anyMatch(wish -> wish.state().equals(row.state()) && wish.change() == change);
      if (!wished) {
        violated(
            Rule.TWICE,
            entry,
            "is at version %d (%s, change %d), which nobody asked for"
                .formatted(row.version(), row.state(), change));
      }
    }
  }

  private void violated(Rule rule, Ledger.Entry entry, String how) {
    found.add(
        new Violation(
            rule,
            "%s %s (mark %s, acknowledged version %d %s, change %d): %s"
                .formatted(
                    entry.kind(),
                    entry.id(),
                    entry.mark(),
                    entry.version(),
                    entry.state(),
                    entry.change(),
                    how)));
  }
}
