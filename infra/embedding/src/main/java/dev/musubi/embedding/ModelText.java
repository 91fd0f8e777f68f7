package dev.musubi.embedding;

/** How a text is brought into the form in which the model was tuned. */
final class ModelText {
  /** More would be cut off by the tokenizer anyway; cutting here keeps hostile input cheap. */
  private static final int LONGEST = 8_000;

  private ModelText() {}

  static String prepare(Role role, String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return role.prefix() + (mostlyCapitals(cut) ? cut.toLowerCase(java.util.Locale.ROOT) : cut);
  }

  /** The tokenizer knows few words in capitals: TITANIUM would fall into letters. */
  private static boolean mostlyCapitals(String text) {
    int balance = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        balance++;
      } else if (Character.isLowerCase(c)) {
        balance--;
      }
    }
    return balance > 0;
  }
}
