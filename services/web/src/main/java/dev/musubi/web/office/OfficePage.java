package dev.musubi.web.office;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.page.Pages;
import dev.musubi.web.page.Together;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The licensing office: what it lists, how good the texts are, and who needs it. */
@Controller
final class OfficePage {
  private static final String REFUSED = "refusedPublication";

  private final Listings listings;
  private final Matching matching;

  OfficePage(Listings listings, Matching matching) {
    this.listings = listings;
    this.matching = matching;
  }

  @GetMapping("/office")
  String office(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      Asker asker,
      Model model) {
    Listing.Page page = Pages.required(listings.own(asker, state, cursor));
    model.addAttribute("rows", page.items());
    model.addAttribute("next", page.next());
    model.addAttribute("state", state == null ? "" : state);
    return "office";
  }

  @GetMapping("/office/listings/{id}")
  String listing(@PathVariable String id, Asker asker, HttpSession session, Model model) {
    Together.Later<Answer<Listing.Quality>> quality =
        Together.ask(() -> listings.quality(asker, id));
    Together.Later<Answer<Matching.Matches>> matches =
        Together.ask(() -> matching.matchesOfListing(asker, id, null));
    Answer<Listing> answer = listings.listing(asker, id);
    Listing listing = Pages.required(answer);
    model.addAttribute("listing", listing);
    refusal(id, session).ifPresent(failed -> model.addAttribute("failed", failed));
    model.addAttribute("text", listing.textIn(asker.locale().getLanguage()));
    model.addAttribute("etag", answer instanceof Answer.Given<Listing> g ? g.etag() : null);
    quality.get().value().ifPresent(known -> model.addAttribute("quality", known));
    // Matching does not know a draft: then it is not away, there is just nobody yet.
    if (!matches.get().away()) {
      model.addAttribute("matches", matches.get().value().orElse(Matching.Matches.NONE));
    }
    return "office-listing";
  }

  /** Publishes; a refusal comes back to the page with every failed check in words. */
  @PostMapping("/office/listings/{id}/publish")
  String publish(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String etag,
      Asker asker,
      HttpSession session) {
    Answer<JsonNode> answer = listings.publish(asker, id, etag);
    List<String> failed =
        answer
            .problem()
            .filter(problem -> problem.status() == 422 || problem.status() == 409)
            .map(
                problem ->
                    problem.errors().isEmpty()
                        ? List.of(problem.sentence())
                        : problem.errors().stream()
                            .map(wrong -> wrong.message() == null ? "" : wrong.message())
                            .toList())
            .orElse(List.of());
    if (failed.isEmpty()) {
      Pages.required(answer);
      return "redirect:/office/listings/" + id + "?published";
    }
    session.setAttribute(REFUSED, id + "\n" + String.join("\n", failed));
    return "redirect:/office/listings/" + id;
  }

  /**
   * What was said to the publication that has just been tried. It waits in the session as a text: a
   * flash attribute would wait there as a class that sessions are not read back with.
   */
  private static Optional<List<String>> refusal(String id, HttpSession session) {
    if (session.getAttribute(REFUSED) instanceof String said) {
      session.removeAttribute(REFUSED);
      List<String> lines = said.lines().toList();
      return lines.getFirst().equals(id)
          ? Optional.of(lines.subList(1, lines.size()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  @PostMapping("/office/listings/{id}/withdraw")
  String withdraw(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String etag,
      @RequestParam(defaultValue = "") String reason,
      Asker asker) {
    Pages.required(listings.withdraw(asker, id, reason, etag));
    return "redirect:/office/listings/" + id + "?withdrawn";
  }
}
