package dev.musubi.listings.web;

import dev.musubi.listings.application.Days;
import dev.musubi.listings.domain.ContentRules;
import dev.musubi.listings.domain.Fault;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import java.util.List;

/** Turns the faults of a content into violations at their places. */
final class SoundListingValidator implements ConstraintValidator<SoundListing, ListingInput> {
  private final Days days;

  SoundListingValidator(Days days) {
    this.days = days;
  }

  @Override
  public boolean isValid(ListingInput input, ConstraintValidatorContext context) {
    var faults = ContentRules.check(input.content(), days.today()).faults();
    if (faults.isEmpty()) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    for (Fault fault : faults) {
      // The template is also the code, see the reader of violations.
      String template = "{problem.field." + fault.code() + "}";
      add(
          List.of(fault.pointer().substring(1).split("/", -1)),
          context.buildConstraintViolationWithTemplate(template));
    }
    return false;
  }

  /** Pointers are /name, /name/name, /name/2, /name/2/name and /name/name/2. */
  private static void add(List<String> steps, ConstraintViolationBuilder violation) {
    var first = violation.addPropertyNode(steps.get(0));
    if (steps.size() == 1) {
      first.addConstraintViolation();
    } else if (!isIndex(steps, 1)) {
      var second = first.addPropertyNode(steps.get(1));
      if (steps.size() == 2) {
        second.addConstraintViolation();
      } else {
        second.addBeanNode().inIterable().atIndex(index(steps, 2)).addConstraintViolation();
      }
    } else if (steps.size() == 2) {
      first.addBeanNode().inIterable().atIndex(index(steps, 1)).addConstraintViolation();
    } else {
      first
          .addPropertyNode(steps.get(2))
          .inIterable()
          .atIndex(index(steps, 1))
          .addConstraintViolation();
    }
  }

  /** The names of attributes are the caller's, and may well be digits. */
  private static boolean isIndex(List<String> steps, int at) {
    return !steps.get(0).equals("attributes") && steps.get(at).matches("\\d+");
  }

  private static int index(List<String> steps, int at) {
    return Integer.parseInt(steps.get(at));
  }
}
