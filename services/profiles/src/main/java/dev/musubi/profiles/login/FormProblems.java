package dev.musubi.profiles.login;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Shows a form again with the first thing that is wrong. */
final class FormProblems {
  private FormProblems() {}

  static void show(InvalidInput input, Model model, HttpServletResponse response) {
    FieldError first = input.errors().getFirst();
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problem", "problem.field." + first.code());
    model.addAttribute("problemArguments", first.args().toArray());
    model.addAttribute("problemField", first.pointer().replaceFirst("^/", ""));
  }
}
