package dev.musubi.web.office;

import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.model.event.ListingState;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.language.Words;
import dev.musubi.web.login.Visitor;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Htmx;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Writing a listing: nothing is published by it. */
@Controller
final class ListingFormPages {
  private final Listings listings;
  private final Words words;

  ListingFormPages(Listings listings, Words words) {
    this.listings = listings;
    this.words = words;
  }

  @GetMapping("/office/listings/new")
  String blank(Model model) {
    return form(ListingForm.empty(), FormErrors.none(), null, null, model);
  }

  @PostMapping("/office/listings/new")
  String create(
      @ModelAttribute ListingForm form,
      @SessionAttribute(required = false) @Nullable Visitor visitor,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Answer<Listing> answer = listings.create(asker, form.body(null, visitor));
    if (answer.value().isPresent()) {
      return "redirect:/office/listings/" + answer.value().get().id() + "?saved";
    }
    return refused(answer, form, new Before(null, null), response, model);
  }

  @GetMapping("/office/listings/{id}/edit")
  String edit(@PathVariable String id, Asker asker, Model model) {
    Answer<Listing> answer = listings.listing(asker, id);
    Listing listing = Pages.required(answer);
    String etag = answer instanceof Answer.Given<Listing> given ? given.etag() : null;
    return form(ListingForm.of(listing), FormErrors.none(), listing, etag, model);
  }

  @PostMapping("/office/listings/{id}/edit")
  String change(
      @PathVariable String id,
      @ModelAttribute ListingForm form,
      @RequestParam(defaultValue = "") String etag,
      @SessionAttribute(required = false) @Nullable Visitor visitor,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Listing before = Pages.required(listings.listing(asker, id));
    Answer<Listing> answer = listings.change(asker, id, form.body(before, visitor), etag);
    if (answer.value().isPresent()) {
      return "redirect:/office/listings/" + id + "?saved";
    }
    return refused(answer, form, new Before(before, etag), response, model);
  }

  /** Offers the elements that the texts of one language tell; nothing is kept by it. */
  @PostMapping({"/office/listings/new/elements", "/office/listings/{id}/edit/elements"})
  String elements(
      @PathVariable(required = false) @Nullable String id,
      @ModelAttribute ListingForm form,
      @RequestParam(defaultValue = "ja") String lang,
      @RequestParam(defaultValue = "") String etag,
      Asker asker,
      Htmx htmx,
      Model model) {
    Listing before = id == null ? null : Pages.required(listings.listing(asker, id));
    ListingForm told = form.withElements(lang);
    form(told, FormErrors.none(), before, before == null ? null : etag, model);
    TextPart part = lang.equals("en") ? told.en() : told.ja();
    model.addAttribute("offered", part != null && part.hasElements() ? "some" : "none");
    model.addAttribute("offeredLang", lang.equals("en") ? "en" : "ja");
    model.addAttribute("offeredPart", part);
    return htmx.view("listing-form", "offered");
  }

  private String refused(
      Answer<Listing> answer,
      ListingForm form,
      Before before,
      HttpServletResponse response,
      Model model) {
    FormErrors errors =
        answer
            .problem()
            .filter(it -> it.status() == 422 || it.status() == 409 || it.status() == 412)
            .map(problem -> FormErrors.of(problem, form::fieldOf, ListingForm::labelOf, words))
            .orElse(null);
    if (errors == null) {
      Pages.required(answer);
      return "redirect:/office";
    }
    response.setStatus(422);
    return form(form, errors, before.listing(), before.etag(), model);
  }

  private static String form(
      ListingForm form,
      FormErrors errors,
      @Nullable Listing listing,
      @Nullable String etag,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("listing", listing);
    model.addAttribute("etag", etag);
    model.addAttribute("kinds", ListingState.Offer.Kind.values());
    model.addAttribute("rightKinds", ListingState.Right.Kind.values());
    model.addAttribute("statuses", ListingState.Right.Status.values());
    model.addAttribute("allFields", Vocabulary.TECHNICAL_FIELDS.terms());
    model.addAttribute("allPrefectures", Prefecture.all());
    return "listing-form";
  }

  /** What is being changed. */
  private record Before(@Nullable Listing listing, @Nullable String etag) {}
}
