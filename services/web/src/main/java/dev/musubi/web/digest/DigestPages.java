package dev.musubi.web.digest;

import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Notifications;
import dev.musubi.web.language.Words;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/**
 * Mails about open patents. Signing up takes two steps (the address must answer); leaving takes one
 * press of a button. A GET of a link in a mail never acts: mail scanners follow every link.
 */
@Controller
final class DigestPages {
  private final Notifications notifications;
  private final Words words;

  DigestPages(Notifications notifications, Words words) {
    this.notifications = notifications;
    this.words = words;
  }

  @GetMapping("/digest")
  String form(Asker asker, Model model) {
    DigestForm blank = new DigestForm(null, "WEEKLY", null, null, null, false, null);
    return form(blank, FormErrors.none(), asker, model);
  }

  @PostMapping("/digest")
  String signUp(
      @ModelAttribute DigestForm form, Asker asker, HttpServletResponse response, Model model) {
    Answer<JsonNode> answer =
        notifications.subscribe(asker, form.body(asker.locale().getLanguage()));
    if (answer.value().isPresent()) {
      return "redirect:/digest/sent";
    }
    FormErrors errors =
        answer
            .problem()
            .filter(problem -> problem.status() == 422)
            .map(problem -> FormErrors.of(problem, DigestForm::fieldOf, DigestForm::labelOf, words))
            .orElse(null);
    if (errors == null) {
      Pages.required(answer);
      return "redirect:/digest";
    }
    response.setStatus(422);
    return form(form, errors, asker, model);
  }

  @GetMapping("/digest/sent")
  String sent() {
    return "digest-sent";
  }

  @GetMapping("/c/{token}")
  String confirmation(@PathVariable String token, Asker asker, Model model) {
    return ask("confirm", token, asker, model);
  }

  @PostMapping("/c/{token}")
  String confirm(@PathVariable String token, Asker asker, Model model) {
    Answer<JsonNode> answer = notifications.confirm(asker, token);
    boolean tooLate = answer.problem().filter(it -> it.status() == 410).isPresent();
    return done(tooLate ? "late" : "confirm", answer, model);
  }

  @GetMapping("/u/{token}")
  String farewell(@PathVariable String token, Asker asker, Model model) {
    return ask("leave", token, asker, model);
  }

  /** Also posted by mail programs on their own (RFC 8058): no cookie, no redirect. */
  @PostMapping("/u/{token}")
  String leave(@PathVariable String token, Asker asker, Model model) {
    return done("leave", notifications.unsubscribe(asker, token), model);
  }

  private String ask(String kind, String token, Asker asker, Model model) {
    notifications
        .token(asker, token)
        .value()
        .map(Notifications.Token::address)
        .ifPresent(address -> model.addAttribute("address", address));
    model.addAttribute("kind", kind);
    model.addAttribute("done", false);
    return "token";
  }

  /** An unknown token gets the same answer as a known one: nobody learns who is subscribed. */
  private static String done(String kind, Answer<JsonNode> answer, Model model) {
    if (answer.away()) {
      Pages.required(answer);
    }
    model.addAttribute("kind", kind);
    model.addAttribute("done", true);
    return "token";
  }

  private String form(DigestForm form, FormErrors errors, Asker asker, Model model) {
    Notifications.Consent consent = Pages.required(notifications.consent(asker));
    model.addAttribute("consent", consent.texts().get(asker.locale().getLanguage()));
    model.addAttribute("version", consent.version());
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("allFields", Vocabulary.TECHNICAL_FIELDS.terms());
    model.addAttribute("allPrefectures", Prefecture.all());
    return "digest";
  }
}
