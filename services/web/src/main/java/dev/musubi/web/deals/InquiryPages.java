package dev.musubi.web.deals;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.NeedState;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Deals;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.clients.Need;
import dev.musubi.web.clients.Problem;
import dev.musubi.web.clients.Profiles;
import dev.musubi.web.language.Words;
import dev.musubi.web.login.Visitor;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Asking the owner of a patent. */
@Controller
final class InquiryPages {
  private final Deals deals;
  private final Listings listings;
  private final Profiles profiles;
  private final Words words;

  InquiryPages(Deals deals, Listings listings, Profiles profiles, Words words) {
    this.deals = deals;
    this.listings = listings;
    this.profiles = profiles;
    this.words = words;
  }

  @GetMapping("/deals/new")
  String form(
      @RequestParam String listing,
      @RequestParam(required = false) @Nullable String match,
      @RequestParam(required = false) @Nullable String need,
      Asker asker,
      Model model) {
    Inquiry empty = new Inquiry(listing, match, need, "", naming(match, need(asker, need)));
    return form(empty, FormErrors.none(), asker, model);
  }

  @PostMapping("/deals/new")
  String inquire(
      Inquiry inquiry,
      @SessionAttribute(required = false) @Nullable Visitor visitor,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Map<String, Object> body = inquiry.body();
    if (visitor != null && visitor.kind() == OrganisationKind.BROKER) {
      need(asker, inquiry.need())
          .map(Need::organisationId)
          .ifPresent(client -> body.put("onBehalfOf", client));
    }
    Answer<Deals.Deal> answer = deals.inquire(asker, body);
    if (answer.value().isPresent()) {
      return "redirect:/deals/" + answer.value().get().id() + "?sent";
    }
    Problem problem = Pages.mendable(answer);
    String known = problem.deal();
    if (known != null) {
      return "redirect:/deals/" + known.substring(known.lastIndexOf('/') + 1) + "?already";
    }
    response.setStatus(422);
    return form(inquiry, wrong(problem), asker, model);
  }

  /** What a reader can mend stands beside the question; all else is a sentence above it. */
  private FormErrors wrong(Problem problem) {
    return FormErrors.of(
        problem,
        pointer -> pointer.equals("/message") ? "message" : "",
        field -> field.isEmpty() ? "" : "inquiry.message",
        words);
  }

  private Optional<Need> need(Asker asker, @Nullable String id) {
    return id == null || id.isBlank() ? Optional.empty() : profiles.need(asker, id).value();
  }

  /** A need that is not public hides its firm, unless the firm says otherwise here. */
  private static String naming(@Nullable String match, Optional<Need> need) {
    boolean fromNeed = need.isPresent() || (match != null && !match.isBlank());
    boolean open = need.map(it -> it.visibility() == NeedState.Visibility.PUBLIC).orElse(!fromNeed);
    return open ? "NAMED" : "ANONYMOUS";
  }

  private String form(Inquiry inquiry, FormErrors errors, Asker asker, Model model) {
    Listing listing = Pages.required(listings.listing(asker, inquiry.listing()));
    model.addAttribute("listing", listing);
    model.addAttribute("text", listing.textIn(asker.locale().getLanguage()));
    model.addAttribute("inquiry", inquiry);
    model.addAttribute("errors", errors);
    return "inquiry";
  }

  /** A question to an owner, about a listing, perhaps from a match. */
  record Inquiry(
      String listing,
      @Nullable String match,
      @Nullable String need,
      @Nullable String message,
      @Nullable String naming) {
    Map<String, Object> body() {
      Map<String, Object> body = new LinkedHashMap<>();
      if (match != null && !match.isBlank()) {
        body.put("matchId", match);
      } else {
        body.put("listingId", listing);
        if (need != null && !need.isBlank()) {
          body.put("needId", need);
        }
      }
      body.put("anonymous", !"NAMED".equals(naming));
      body.put("message", message == null ? "" : message.strip());
      return body;
    }
  }
}
