package dev.musubi.notifications.web;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.model.Language;
import dev.musubi.notifications.domain.ConsentForm;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import dev.musubi.notifications.web.ChoiceInput.InterestsInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up.
 *
 * @param consent must be true: the box was ticked
 * @param formVersion which text of consent was shown beside it
 */
record SubscriptionInput(
    @NotNull @Size(max = 254) String email,
    @NotNull Language lang,
    @NotNull DigestFrequency frequency,
    @Valid @Nullable InterestsInput interests,
    @NotNull Boolean consent,
    @NotNull @Size(max = 40) String formVersion) {

  /**
   * The sign-up with everything looked up.
   *
   * @throws InvalidInput with every wrong field
   */
  Checked check(ConsentForm.All forms) {
    List<FieldError> errors = new ArrayList<>();
    Optional<MailAddress> address = MailAddress.parse(email);
    if (address.isEmpty()) {
      errors.add(new FieldError("/email", "email"));
    }
    if (!consent) {
      errors.add(new FieldError("/consent", "consent"));
    }
    if (forms.find(formVersion).isEmpty()) {
      errors.add(new FieldError("/formVersion", "form-version"));
    }
    Interests wanted = ChoiceInput.interests(interests, errors);
    if (address.isEmpty() || !errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Checked(address.get(), new Choice(lang, frequency, wanted), formVersion);
  }

  /** A sign-up that can be noted. */
  record Checked(MailAddress email, Choice choice, String form) {}
}
