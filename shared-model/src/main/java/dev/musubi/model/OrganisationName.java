package dev.musubi.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares names of organisations. Equal keys are a hint and no proof: two firms may share a name,
 * so nothing that needs an identity is decided by it alone.
 */
public final class OrganisationName {
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "株式会社|有限会社|合同会社|合資会社|合名会社|国立大学法人|公立大学法人|学校法人|国立研究開発法人|"
              + "独立行政法人|地方独立行政法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|"
              + "\\((?:株|有|合|資|名|同|国|学|独|社|財)\\)|"
              // Not \b: behind a mark that combines it looks back for what the mark stands on, each
              // time.
              + "(?<!\\w)(?:co\\.?,? ?ltd|inc|corp|corporation|llc|kk|k\\.k|limited|incorporated)"
              + "(?!\\w)\\.?");
  private static final Pattern NOISE = Pattern.compile("[\\s・,.\\-'\"]+");
  private static final String OLD_KANJI = "髙﨑邊邉濵濱齋齊澤櫻廣國嶋";
  private static final String NEW_KANJI = "高崎辺辺浜浜斎斉沢桜広国島";

  private OrganisationName() {}

  /** The name without legal form, width, case, old kanji and punctuation. */
  public static String key(String name) {
    String nfkc = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = LEGAL_FORM.matcher(modern(nfkc)).replaceAll("");
    String key = NOISE.matcher(bare).replaceAll("");
    return key.isEmpty() ? NOISE.matcher(nfkc).replaceAll("") : key;
  }

  private static String modern(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = OLD_KANJI.indexOf(text.charAt(i));
      out.append(at < 0 ? text.charAt(i) : NEW_KANJI.charAt(at));
    }
    return out.toString();
  }
}
