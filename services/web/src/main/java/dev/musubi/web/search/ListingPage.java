package dev.musubi.web.search;

import dev.musubi.model.event.ListingState;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.clients.Listings;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.page.Drawing;
import dev.musubi.web.page.Pages;
import dev.musubi.web.page.Together;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One open patent, in the words of a use first; also fit for paper. */
@Controller
final class ListingPage {
  private final Listings listings;
  private final Matching matching;
  private final Drawing drawing;

  ListingPage(Listings listings, Matching matching, Drawing drawing) {
    this.matching = matching;
    this.listings = listings;
    this.drawing = drawing;
  }

  /**
   * The page.
   *
   * @param text language of the content, where it has both and the reader chose
   * @param match the match by which somebody came, for the inquiry
   */
  @GetMapping("/listings/{id}")
  String listing(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String match,
      Asker asker,
      Model model) {
    Together.Later<Answer<Matching.NearPatents>> near =
        Together.ask(() -> matching.near(asker, id));
    Listing listing = Pages.required(listings.listing(asker, id));
    String wanted = text == null ? asker.locale().getLanguage() : text;
    model.addAttribute("listing", listing);
    ListingState.Text shown = listing.textIn(wanted);
    model.addAttribute("text", shown);
    model.addAttribute("elements", ElementLine.of(shown));
    model.addAttribute("elementsDrawn", shown.elements() == null);
    model.addAttribute("match", match);
    model.addAttribute("span", span(listing));
    model.addAttribute("rights", listing.rights().stream().map(RightLine::of).toList());
    model.addAttribute("near", near.get().value().map(ListingPage::lines).orElse(List.of()));
    return "listing";
  }

  /** A line for each right; without the service there is no hint, and the page stands. */
  private static List<RightLine> lines(Matching.NearPatents near) {
    return near.items().stream().flatMap(it -> it.rights().stream()).map(RightLine::of).toList();
  }

  /** The right that lives longest, for the picture of its life. */
  private Drawing.@Nullable Span span(Listing listing) {
    return listing.rights().stream()
        .filter(right -> right.expiresOn() != null)
        .filter(right -> Objects.equals(right.expiresOn(), listing.expiresOn()))
        .findFirst()
        .map(right -> drawing.span(right.filedOn(), right.expiresOn()))
        .orElse(null);
  }
}
