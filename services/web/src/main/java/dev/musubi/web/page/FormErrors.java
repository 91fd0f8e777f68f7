package dev.musubi.web.page;

import dev.musubi.web.clients.Problem;
import dev.musubi.web.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, field by field, in the words of the service that refused it. */
public record FormErrors(List<Item> items) {
  private static final FormErrors NONE = new FormErrors(List.of());

  /** Nothing is wrong. */
  public static FormErrors none() {
    return NONE;
  }

  /** One sentence that belongs to no field. */
  public static FormErrors sentence(String sentence) {
    return new FormErrors(List.of(new Item(null, sentence)));
  }

  /**
   * Reads a refusal.
   *
   * @param fieldOf the form's field for a JSON pointer; an empty text when there is none
   */
  public static FormErrors of(Problem problem, UnaryOperator<String> fieldOf) {
    List<Item> items = new ArrayList<>();
    for (Problem.Wrong wrong : problem.errors()) {
      String pointer = wrong.field() == null ? "" : wrong.field();
      String field = fieldOf.apply(pointer);
      String message = wrong.message() == null ? problem.sentence() : wrong.message();
      items.add(new Item(field.isEmpty() ? null : field, message));
    }
    return items.isEmpty() ? sentence(problem.sentence()) : new FormErrors(List.copyOf(items));
  }

  /**
   * Reads a refusal for people: each sentence names its field, so that it can stand in a list above
   * the form and says the same beside the field.
   *
   * @param labelOf the message key of a form field's label; an empty text when it has none
   */
  public static FormErrors of(
      Problem problem, UnaryOperator<String> fieldOf, UnaryOperator<String> labelOf, Words words) {
    List<Item> items = new ArrayList<>();
    for (Problem.Wrong wrong : problem.errors()) {
      String field = fieldOf.apply(wrong.field() == null ? "" : wrong.field());
      String label = labelOf.apply(field);
      String message = wrong.message() == null ? problem.sentence() : wrong.message();
      if (!label.isEmpty()) {
        message =
            "required".equals(wrong.code())
                ? words.say("form.fault.required", words.say(label))
                : words.say("form.fault.of", words.say(label), message);
      }
      items.add(new Item(field.isEmpty() ? null : field, message));
    }
    return items.isEmpty() ? sentence(problem.sentence()) : new FormErrors(List.copyOf(items));
  }

  /** True when there is something to say. */
  public boolean any() {
    return !items.isEmpty();
  }

  /** What is wrong with a field, or null. */
  public @Nullable String on(String field) {
    return items.stream()
        .filter(item -> field.equals(item.field()))
        .map(Item::message)
        .findFirst()
        .orElse(null);
  }

  /** One sentence; {@code field} is the form field it belongs to, or null. */
  public record Item(@Nullable String field, String message) {}
}
