package dev.musubi.web.search;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.clients.SearchResult;
import dev.musubi.web.page.Htmx;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Public search. Every state of it is an address that can be kept and sent on. */
@Controller
final class SearchPage {
  private final Matching matching;

  SearchPage(Matching matching) {
    this.matching = matching;
  }

  @GetMapping("/search")
  String search(@ModelAttribute("form") SearchForm form, Asker asker, Htmx htmx, Model model) {
    Answer<SearchResult> answer =
        matching.search(asker, form.question(asker.locale().getLanguage()));
    answer.value().ifPresent(result -> model.addAttribute("result", result));
    answer.problem().ifPresent(problem -> model.addAttribute("refused", problem.sentence()));
    model.addAttribute("away", answer.away());
    model.addAttribute("filters", form.filters());
    return htmx.view("search", form.cursor() == null ? "results" : "more");
  }
}
