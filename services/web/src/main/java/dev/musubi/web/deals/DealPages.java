package dev.musubi.web.deals;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Deals;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.clients.Problem;
import dev.musubi.web.language.Words;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inquiries and what becomes of them, as each side sees them. */
@Controller
final class DealPages {
  private final Deals deals;
  private final Listings listings;
  private final Words words;

  DealPages(Deals deals, Listings listings, Words words) {
    this.deals = deals;
    this.listings = listings;
    this.words = words;
  }

  @GetMapping("/deals")
  String list(@RequestParam(required = false) @Nullable String cursor, Asker asker, Model model) {
    Deals.Page page = Pages.required(deals.deals(asker, cursor));
    model.addAttribute("deals", page.items());
    model.addAttribute("next", page.next());
    return "deals";
  }

  @GetMapping("/deals/{id}")
  String deal(@PathVariable String id, Asker asker, Model model) {
    return page(id, new Typed(null, null, null), FormErrors.none(), asker, model);
  }

  /** What the owner, or the firm, does with it; the page names the version that was read. */
  @PostMapping("/deals/{id}")
  String move(
      @PathVariable String id,
      @RequestParam String act,
      @RequestParam(defaultValue = "0") String version,
      Typed typed,
      Asker asker,
      HttpServletResponse response,
      Model model) {
    Answer<Deals.Deal> answer =
        switch (act) {
          case "message" -> deals.write(asker, id, typed.said());
          case "accept", "decline" ->
              deals.move(asker, id, "answer", typed.answer(act), quoted(version));
          case "close" -> deals.move(asker, id, "close", typed.end(), quoted(version));
          case "withdraw" -> deals.move(asker, id, "withdraw", Map.of(), quoted(version));
          case "reveal" -> deals.move(asker, id, "reveal", null, quoted(version));
          default -> throw new Pages.NoSuchPage();
        };
    if (answer.value().isPresent()) {
      return "redirect:/deals/" + id + "?done-" + act;
    }
    FormErrors errors = wrong(Pages.mendable(answer), act);
    response.setStatus(422);
    return page(id, typed, errors, asker, model);
  }

  private static String quoted(String version) {
    return "\"" + version + "\"";
  }

  private FormErrors wrong(Problem problem, String act) {
    return FormErrors.of(
        problem,
        pointer ->
            switch (pointer) {
              case "/message" -> "message";
              case "/reason" -> "reason";
              default -> "";
            },
        field ->
            switch (field) {
              case "message" -> act.equals("message") ? "deal.write" : "deal.answer.message";
              case "reason" -> "deal.decline.why";
              default -> "";
            },
        words);
  }

  private String page(String id, Typed typed, FormErrors errors, Asker asker, Model model) {
    Deals.Deal deal = Pages.required(deals.deal(asker, id));
    model.addAttribute("deal", deal);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    // A listing that is gone, or not open any more, has no page to link to.
    listings
        .listing(asker, deal.listingId())
        .value()
        .ifPresent(
            listing -> {
              model.addAttribute("listing", listing);
              model.addAttribute("text", listing.textIn(asker.locale().getLanguage()));
            });
    return "deal";
  }

  /** What stands in the forms of the page. */
  record Typed(@Nullable String message, @Nullable String reason, @Nullable String closeReason) {
    String said() {
      return message == null ? "" : message.strip();
    }

    Map<String, Object> answer(String act) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("answer", act);
      if (act.equals("decline") && reason != null && !reason.isBlank()) {
        body.put("reason", reason);
      }
      body.put("message", said());
      return body;
    }

    Map<String, Object> end() {
      return closeReason == null || closeReason.isBlank()
          ? Map.of()
          : Map.of("reason", closeReason);
    }
  }
}
