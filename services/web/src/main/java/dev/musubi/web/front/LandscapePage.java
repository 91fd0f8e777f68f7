package dev.musubi.web.front;

import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Landscape;
import dev.musubi.web.clients.Matching;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is on offer against what is needed: as a picture, and the same as tables. */
@Controller
final class LandscapePage {
  private static final int CLASSES = 12;

  private final Matching matching;

  LandscapePage(Matching matching) {
    this.matching = matching;
  }

  @GetMapping("/landscape")
  String landscape(Asker asker, Model model) {
    Landscape found = matching.landscape(asker).value().orElse(null);
    model.addAttribute("landscape", found);
    if (found != null) {
      model.addAttribute("bubbles", LandscapePicture.of(found.groups()));
      model.addAttribute("unused", count(found, "UNUSED"));
      model.addAttribute("wanted", count(found, "WANTED"));
      model.addAttribute("classes", found.classes().stream().limit(CLASSES).toList());
    }
    return "landscape";
  }

  private static long count(Landscape found, String balance) {
    return found.groups().stream().filter(it -> it.balance().equals(balance)).count();
  }
}
