package dev.musubi.web.office;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.ImportRun;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.language.Words;
import dev.musubi.web.page.FormErrors;
import dev.musubi.web.page.Htmx;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports: a file goes up, rows come in, and what could not be taken is said row by row. */
@Controller
final class ImportPages {
  private final Listings listings;
  private final Words words;

  ImportPages(Listings listings, Words words) {
    this.listings = listings;
    this.words = words;
  }

  @GetMapping("/office/imports")
  String imports(Asker asker, Model model) {
    return page(FormErrors.none(), asker, model);
  }

  @PostMapping("/office/imports")
  String start(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "false") boolean publish,
      Asker asker,
      HttpServletResponse response,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      response.setStatus(422);
      return page(wrong(words.say("imports.fault.empty")), asker, model);
    }
    Answer<ImportRun> answer = send(file, publish, asker);
    if (answer.value().isPresent()) {
      return "redirect:/office/imports/" + answer.value().get().id();
    }
    String sentence =
        answer
            .problem()
            .filter(problem -> problem.status() != 401 && problem.status() != 403)
            .map(ImportPages::sentence)
            .orElse(null);
    if (sentence == null) {
      Pages.required(answer);
      return "redirect:/office/imports";
    }
    response.setStatus(422);
    return page(wrong(sentence), asker, model);
  }

  /** Asked every second by the page itself until the import has ended. */
  @GetMapping("/office/imports/{id}")
  String progress(@PathVariable String id, Asker asker, Htmx htmx, Model model) {
    ImportRun run = Pages.required(listings.importRun(asker, id));
    model.addAttribute("run", run);
    listings
        .importErrors(asker, id, null)
        .value()
        .ifPresent(errors -> model.addAttribute("rowErrors", errors));
    return htmx.view("import", "progress");
  }

  /** The upload lies on disk already; a copy under our own name is streamed on and removed. */
  private Answer<ImportRun> send(MultipartFile file, boolean publish, Asker asker)
      throws IOException {
    Path copy = Files.createTempFile("musubi-import", ".upload");
    try {
      file.transferTo(copy);
      String name = file.getOriginalFilename() == null ? "upload" : file.getOriginalFilename();
      return listings.startImport(asker, copy, name, publish);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private String page(FormErrors errors, Asker asker, Model model) {
    model.addAttribute("errors", errors);
    Answer<ImportRun.Page> runs = listings.imports(asker);
    if (runs.away()) {
      model.addAttribute("away", true);
    } else {
      model.addAttribute("runs", Pages.required(runs).items());
    }
    return "imports";
  }

  private static String sentence(dev.musubi.web.clients.Problem problem) {
    return problem.errors().stream()
        .map(wrong -> wrong.message() == null ? "" : wrong.message())
        .filter(message -> !message.isEmpty())
        .findFirst()
        .orElseGet(problem::sentence);
  }

  private static FormErrors wrong(String sentence) {
    return new FormErrors(java.util.List.of(new FormErrors.Item("file", sentence)));
  }
}
