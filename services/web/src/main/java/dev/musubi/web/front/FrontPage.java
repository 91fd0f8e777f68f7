package dev.musubi.web.front;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.clients.SearchResult;
import dev.musubi.web.page.Htmx;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A need in one's own words, and what fits it at once. The text travels in the body of a POST: it
 * may hold more than its writer wants to see in a history or in a log.
 */
@Controller
final class FrontPage {
  private static final int SHOWN = 8;
  private static final int LONGEST = 4_000;
  private static final int EXAMPLES = 4;

  private final Matching matching;
  private final Stock stock;

  FrontPage(Matching matching, Stock stock) {
    this.matching = matching;
    this.stock = stock;
  }

  @GetMapping("/")
  String front(Asker asker, Model model) {
    addFrame(asker, model);
    return "front";
  }

  @PostMapping("/")
  String find(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String example,
      Asker asker,
      Htmx htmx,
      Model model) {
    String need = (example.isBlank() ? text : example).strip();
    model.addAttribute("text", need);
    if (need.isEmpty() || need.length() > LONGEST) {
      model.addAttribute("fault", need.isEmpty() ? "front.fault.empty" : "front.fault.long");
    } else {
      addResult(asker, need, model);
    }
    if (!htmx.wantsFragment()) {
      addFrame(asker, model);
    }
    return htmx.view("front", "results");
  }

  private void addResult(Asker asker, String need, Model model) {
    String lang = LanguageOf.text(need).code();
    Answer<SearchResult> answer = matching.searchByText(asker, need, lang, SHOWN);
    model.addAttribute("away", answer.value().isEmpty());
    answer.value().ifPresent(result -> model.addAttribute("result", result));
  }

  private void addFrame(Asker asker, Model model) {
    stock.of(asker).ifPresent(known -> model.addAttribute("stock", known));
    model.addAttribute("examples", examples());
  }

  private static List<String> examples() {
    return IntStream.rangeClosed(1, EXAMPLES)
        .mapToObj(number -> "front.example." + number)
        .toList();
  }
}
