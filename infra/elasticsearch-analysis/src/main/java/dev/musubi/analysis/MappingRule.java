package dev.musubi.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/** A rule {@code from => to} of the char filter {@code mapping}, with its escapes read. */
record MappingRule(String from, String to) {
  private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*$");

  static MappingRule parse(String rule) {
    var matcher = RULE.matcher(rule);
    if (!matcher.find()) {
      throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
    }
    return new MappingRule(unescape(matcher.group(1).trim()), unescape(matcher.group(2).trim()));
  }

  void addTo(NormalizeCharMap.Builder map) {
    map.add(from, to);
  }

  private static String unescape(String text) {
    var out = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (++at >= text.length()) {
        throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
      }
      char escaped = text.charAt(at);
      if (escaped == 'u') {
        if (at + 4 >= text.length()) {
          throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
        }
        out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
        at += 4;
      } else {
        out.append(control(escaped));
      }
    }
    return out.toString();
  }

  private static char control(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }
}
