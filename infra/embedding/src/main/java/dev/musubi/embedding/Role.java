package dev.musubi.embedding;

/** On which side of a question a text stands. Models of the E5 family read a prefix for each. */
public enum Role {
  /** A need or a search. */
  QUERY("query: "),
  /** A listing. */
  PASSAGE("passage: ");

  private final String prefix;

  Role(String prefix) {
    this.prefix = prefix;
  }

  /** The words that the model expects before the text. */
  public String prefix() {
    return prefix;
  }
}
