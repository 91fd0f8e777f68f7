package dev.musubi.web.needs;

import dev.musubi.model.event.MatchState.Feedback;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.clients.Need;
import dev.musubi.web.clients.Profiles;
import dev.musubi.web.language.Words;
import dev.musubi.web.page.Htmx;
import dev.musubi.web.page.Pages;
import dev.musubi.web.page.Together;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A need with what fits it, why, and the firm's answers. */
@Controller
final class NeedMatches {
  private static final Set<String> MOVES = Set.of("activate", "pause", "close");

  private final Profiles profiles;
  private final Matching matching;
  private final Words words;

  NeedMatches(Profiles profiles, Matching matching, Words words) {
    this.profiles = profiles;
    this.matching = matching;
    this.words = words;
  }

  @ModelAttribute("declineReasons")
  Feedback.DeclineReason[] declineReasons() {
    return Feedback.DeclineReason.values();
  }

  @GetMapping("/needs/{id}")
  String need(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String quiet,
      PreparedAnswer prepared,
      Asker asker,
      Htmx htmx,
      Model model) {
    Together.Later<Answer<Matching.Matches>> later =
        Together.ask(() -> matching.matchesOfNeed(asker, id, quiet != null, cursor));
    Need need = Pages.required(profiles.need(asker, id));
    Answer<Matching.Matches> matches = later.get();
    model.addAttribute("need", need);
    model.addAttribute("facts", NeedFacts.of(need, words));
    model.addAttribute("quiet", quiet == null ? null : "");
    model.addAttribute("matchesAway", matches.value().isEmpty());
    matches.value().ifPresent(found -> model.addAttribute("matches", found));
    if (prepared.known()) {
      model.addAttribute("prepared", prepared);
    }
    return htmx.view("need", cursor == null ? "matches" : "more");
  }

  /** One click: interested, later, or no with its reason. */
  @PostMapping("/needs/{need}/matches/{match}/feedback")
  String feedback(
      @PathVariable String need,
      @PathVariable String match,
      @RequestParam String answer,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String listing,
      Asker asker,
      Htmx htmx,
      Model model) {
    Pages.required(matching.feedback(asker, match, answer, reason, null));
    if (!htmx.wantsFragment()) {
      return "redirect:/needs/" + need + "#match-" + match;
    }
    model.addAttribute("answer", answer);
    model.addAttribute("reason", reason);
    model.addAttribute("listing", listing);
    model.addAttribute("match", match);
    model.addAttribute("need", need);
    return "need :: given";
  }

  @PostMapping("/needs/{id}/move")
  String move(@PathVariable String id, @RequestParam String verb, Asker asker) {
    if (!MOVES.contains(verb)) {
      throw new Pages.NoSuchPage();
    }
    Answer<Need> need = profiles.need(asker, id);
    Pages.required(need);
    String etag = need instanceof Answer.Given<Need> given ? given.etag() : null;
    Pages.required(profiles.move(asker, id, verb, etag));
    return "redirect:/needs/" + id + "?" + verb + "d";
  }
}
