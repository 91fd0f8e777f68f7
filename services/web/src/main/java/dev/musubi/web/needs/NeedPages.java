package dev.musubi.web.needs;

import dev.musubi.model.Prefecture;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Need;
import dev.musubi.web.clients.Profiles;
import dev.musubi.web.language.Words;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Htmx;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The list of needs and their form. */
@Controller
final class NeedPages {
  private static final String DRAFT = "draftNeed";
  private final Profiles profiles;
  private final AlertPreviews previews;
  private final Words words;

  NeedPages(Profiles profiles, AlertPreviews previews, Words words) {
    this.profiles = profiles;
    this.previews = previews;
    this.words = words;
  }

  @GetMapping("/needs")
  String list(Asker asker, Model model) {
    Answer<Need.Page> needs = profiles.needs(asker, null);
    model.addAttribute("needs", Pages.required(needs).items());
    return "needs";
  }

  /** Takes a text from the front page along to the form, past the login if there must be one. */
  @PostMapping("/start-need")
  String start(@RequestParam(defaultValue = "") String text, HttpSession session) {
    session.setAttribute(DRAFT, text);
    return "redirect:/needs/new";
  }

  @GetMapping("/needs/new")
  String blank(
      @SessionAttribute(name = DRAFT, required = false) @Nullable String text, Model model) {
    return form(NeedForm.empty(text == null ? "" : text), FormErrors.none(), null, model);
  }

  @PostMapping("/needs/new")
  String create(
      @ModelAttribute NeedForm form,
      HttpSession session,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Answer<Need> answer = profiles.create(asker, form.body(asker.locale().getLanguage()));
    if (answer instanceof Answer.Given<Need> given) {
      session.removeAttribute(DRAFT);
      Need need = given.content();
      Answer<?> active = profiles.move(asker, need.id(), "activate", given.etag());
      return "redirect:/needs/" + need.id() + (active.value().isPresent() ? "?new" : "?draft");
    }
    return refused(answer, form, null, response, model);
  }

  @GetMapping("/needs/{id}/edit")
  String edit(@PathVariable String id, Asker asker, Model model) {
    Need need = Pages.required(profiles.need(asker, id));
    return form(NeedForm.of(need), FormErrors.none(), need, model);
  }

  @PostMapping("/needs/{id}/edit")
  String change(
      @PathVariable String id,
      @ModelAttribute NeedForm form,
      @RequestParam(defaultValue = "") String etag,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Need need = Pages.required(profiles.need(asker, id));
    String lang = need.lang() == null ? asker.locale().getLanguage() : need.lang();
    Answer<Need> answer = profiles.change(asker, id, form.body(lang), etag);
    if (answer.value().isPresent()) {
      return "redirect:/needs/" + id + "?changed";
    }
    return refused(answer, form, need, response, model);
  }

  /** Beside the number by htmx; without JavaScript the form again as it was typed. */
  @PostMapping("/needs/alert-preview")
  String preview(
      @ModelAttribute NeedForm form,
      @RequestParam(required = false) @Nullable String need,
      @RequestParam(required = false) @Nullable String etag,
      Asker asker,
      Htmx htmx,
      Model model) {
    model.addAttribute("previewed", previews.sentence(asker, form, need));
    if (htmx.wantsFragment()) {
      return "need-form :: preview";
    }
    Need known = need == null ? null : Pages.required(profiles.need(asker, need));
    String page = form(form, FormErrors.none(), known, model);
    model.addAttribute("etag", etag);
    return page;
  }

  /** Offers the clues that the text gives; nothing is kept before the form is sent. */
  @PostMapping("/needs/new/clues")
  String clues(@ModelAttribute NeedForm form, Htmx htmx, Model model) {
    return offered(form, null, null, htmx, model);
  }

  @PostMapping("/needs/{id}/edit/clues")
  String clues(
      @PathVariable String id,
      @ModelAttribute NeedForm form,
      @RequestParam(defaultValue = "") String etag,
      Asker asker,
      Htmx htmx,
      Model model) {
    return offered(form, Pages.required(profiles.need(asker, id)), etag, htmx, model);
  }

  private static String offered(
      NeedForm form, @Nullable Need need, @Nullable String etag, Htmx htmx, Model model) {
    NeedForm clued = form.withClues();
    form(clued, FormErrors.none(), need, model);
    model.addAttribute("etag", etag);
    model.addAttribute("offered", clued.hasClues() ? "some" : "none");
    return htmx.view("need-form", "clues");
  }

  private String refused(
      Answer<Need> answer,
      NeedForm form,
      @Nullable Need need,
      HttpServletResponse response,
      Model model) {
    FormErrors errors =
        answer
            .problem()
            .filter(problem -> problem.status() == 422 || problem.status() == 409)
            .map(problem -> FormErrors.of(problem, NeedForm::fieldOf, NeedForm::labelOf, words))
            .orElse(null);
    if (errors == null) {
      Pages.required(answer);
      return "redirect:/needs";
    }
    response.setStatus(422);
    return form(form, errors, need, model);
  }

  private static String form(NeedForm form, FormErrors errors, @Nullable Need need, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("need", need);
    model.addAttribute("etag", need == null ? null : "\"" + need.version() + "\"");
    model.addAttribute("kinds", ListingState.Offer.Kind.values());
    model.addAttribute("allWants", NeedState.Want.values());
    model.addAttribute("visibilities", NeedState.Visibility.values());
    model.addAttribute("frequencies", NeedState.Alerts.Frequency.values());
    model.addAttribute("allPrefectures", Prefecture.all());
    return "need-form";
  }
}
