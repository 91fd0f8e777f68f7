package dev.musubi.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of codes with Japanese and English names, kept as data. The lists of the open-patent
 * database are not published officially and may grow, so a value that is not in the list is kept as
 * it was written and shown so.
 */
public final class Vocabulary {
  /** 技術分野 of the open-patent database. */
  public static final Vocabulary TECHNICAL_FIELDS = new Vocabulary("technical-fields.json");

  /** 機能 of the open-patent database. */
  public static final Vocabulary FUNCTIONS = new Vocabulary("functions.json");

  private final List<Term> terms;
  private final Map<String, Term> byWriting = new HashMap<>();

  Vocabulary(String file) {
    terms = ResourceTable.read(file, Term[].class);
    for (Term term : terms) {
      byWriting.put(key(term.code()), term);
      byWriting.put(key(term.ja()), term);
      byWriting.put(key(term.en()), term);
      term.aliases().forEach(alias -> byWriting.put(key(alias), term));
    }
  }

  /** All terms, in the order in which people are used to see them. */
  public List<Term> terms() {
    return terms;
  }

  /** The term of a code, a name or another writing. */
  public Optional<Term> find(String written) {
    return Optional.ofNullable(byWriting.get(key(written)));
  }

  /** The code of what was written, or what was written when it is not in the list. */
  public String code(String written) {
    return find(written).map(Term::code).orElseGet(written::strip);
  }

  /** The name of a code, or the code itself when it is not in the list. */
  public String name(String code, Language language) {
    return find(code).map(term -> term.name(language)).orElse(code);
  }

  private static String key(String written) {
    return WrittenForm.compact(written).replaceAll("[・･、,/\\-_]", "");
  }
}
