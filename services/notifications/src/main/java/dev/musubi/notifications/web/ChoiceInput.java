package dev.musubi.notifications.web;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.model.Language;
import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber chooses.
 *
 * @param lang language of the mails
 */
record ChoiceInput(
    @NotNull Language lang,
    @NotNull DigestFrequency frequency,
    @Valid @Nullable InterestsInput interests) {

  /**
   * The choice.
   *
   * @throws InvalidInput with every code that is not in its list
   */
  Choice check() {
    List<FieldError> errors = new ArrayList<>();
    Interests wanted = interests(interests, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Choice(lang, frequency, wanted);
  }

  static Interests interests(@Nullable InterestsInput input, List<FieldError> errors) {
    if (input == null) {
      return new Interests(null, List.of(), List.of());
    }
    List<String> fields = input.fields() == null ? List.of() : input.fields();
    List<String> prefectures = input.prefectures() == null ? List.of() : input.prefectures();
    wrong(fields, ChoiceInput::isField)
        .forEach(n -> errors.add(new FieldError("/interests/fields/" + n, "value.general")));
    wrong(prefectures, code -> Prefecture.find(code).isPresent())
        .forEach(n -> errors.add(new FieldError("/interests/prefectures/" + n, "value.general")));
    if (!errors.isEmpty()) {
      return new Interests(null, List.of(), List.of());
    }
    String query = input.query() == null || input.query().isBlank() ? null : input.query().strip();
    return new Interests(
        query,
        fields.stream().map(Vocabulary.TECHNICAL_FIELDS::code).distinct().toList(),
        prefectures.stream().map(code -> Prefecture.parse(code).code()).distinct().toList());
  }

  private static boolean isField(String code) {
    return Vocabulary.TECHNICAL_FIELDS.find(code).isPresent();
  }

  private static List<Integer> wrong(
      List<String> codes, java.util.function.Predicate<String> known) {
    return IntStream.range(0, codes.size()).filter(n -> !known.test(codes.get(n))).boxed().toList();
  }

  /**
   * Interests; all that are given must fit.
   *
   * @param query words
   * @param fields technical fields
   * @param prefectures JIS X 0401 codes
   */
  record InterestsInput(
      @Size(max = 200) @Nullable String query,
      @Size(max = 20) @Nullable List<@NotNull String> fields,
      @Size(max = 47) @Nullable List<@NotNull String> prefectures) {}
}
