package dev.musubi.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What IPC, CPC and FI have in common: section, class, subclass, main group, subgroup. */
final class GroupCode {
  /** A subclass with main group and subgroup, or a subclass or class alone. */
  private static final Pattern CANONICAL =
      Pattern.compile("[A-HY]\\d{2}(?:[A-Z](?:[1-9]\\d{0,3}/\\d{2,6})?)?");

  private static final Pattern WRITTEN =
      Pattern.compile("([A-HY]\\d{2}[A-Z])[ -]*0*(\\d{1,4})[ ]*/[ ]*(\\d{2,6})(?: .*|\\(.*|;.*)?");

  /** WIPO ST.8 without a slash: four digits of the main group, six of the subgroup. */
  private static final Pattern FIXED = Pattern.compile("([A-HY]\\d{2}[A-Z])(\\d{4})(\\d{6})");

  private static final Pattern COARSE = Pattern.compile("([A-HY]\\d{2}[A-Z]?)");

  private GroupCode() {}

  static boolean isCanonical(String code) {
    return CANONICAL.matcher(code).matches();
  }

  static String read(String kind, String raw) {
    String text = WrittenForm.spaced(raw).replaceFirst("^INT\\.? ?CL\\.?\\d* ?", "");
    Matcher m = WRITTEN.matcher(text);
    if (m.matches()) {
      return m.group(1) + m.group(2) + "/" + m.group(3);
    }
    Matcher fixed = FIXED.matcher(text);
    if (fixed.matches()) {
      String subgroup = fixed.group(3).replaceFirst("0+$", "");
      String padded = subgroup + "0".repeat(Math.max(0, 2 - subgroup.length()));
      return fixed.group(1) + PatentNumberReader.stripZeros(fixed.group(2)) + "/" + padded;
    }
    Matcher coarse = COARSE.matcher(text.replace(" ", ""));
    if (coarse.matches()) {
      return coarse.group(1);
    }
    throw new InvalidValue(kind, raw, "a code like B60J 5/00");
  }

  static String display(String code) {
    return code.length() <= 4 ? code : code.substring(0, 4) + " " + code.substring(4);
  }

  static boolean isWithin(String code, String prefix) {
    String wider = WrittenForm.compact(prefix);
    if (!code.startsWith(wider)) {
      return false;
    }
    if (code.length() == wider.length() || wider.length() <= 4) {
      return wider.length() != 2;
    }
    char next = code.charAt(wider.length());
    // A main group alone (B60J5) holds its subgroups; a subgroup holds only its own FI extensions.
    return wider.contains("/") ? !Character.isDigit(next) : next == '/';
  }
}
