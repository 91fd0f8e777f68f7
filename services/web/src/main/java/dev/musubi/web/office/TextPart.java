package dev.musubi.web.office;

import dev.musubi.elements.DrawElements;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.language.Phrases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader reads, in one language. */
record TextPart(
    @Nullable String title,
    @Nullable String summary,
    @Nullable String problem,
    @Nullable String solution,
    @Nullable String effect,
    @Nullable String products,
    @Nullable String overview,
    @Nullable String material,
    @Nullable String method,
    @Nullable String efficacy,
    @Nullable String product,
    @Nullable String application) {
  static final TextPart EMPTY =
      new TextPart(null, null, null, null, null, null, null, null, null, null, null, null);

  static TextPart of(Listing listing, String lang) {
    return listing.texts().stream()
        .filter(text -> text.lang().equals(lang))
        .findFirst()
        .map(TextPart::of)
        .orElse(EMPTY);
  }

  private static TextPart of(ListingState.Text text) {
    NeedState.Elements own = text.elements();
    return new TextPart(
        text.title(),
        text.summary(),
        text.problem(),
        text.solution(),
        text.effect(),
        text.products(),
        text.overview(),
        own == null ? null : Phrases.join(own.material()),
        own == null ? null : Phrases.join(own.method()),
        own == null ? null : Phrases.join(own.efficacy()),
        own == null ? null : Phrases.join(own.product()),
        own == null ? null : Phrases.join(own.application()));
  }

  /** With elements that the texts tell where none were typed. */
  TextPart withElements(String lang) {
    NeedState.Elements drawn =
        DrawElements.shipped()
            .from(
                new ListingState.Text(
                    lang,
                    title == null ? "" : title,
                    summary,
                    problem,
                    solution,
                    effect,
                    products,
                    overview));
    return new TextPart(
        title,
        summary,
        problem,
        solution,
        effect,
        products,
        overview,
        Phrases.orElse(material, drawn.material()),
        Phrases.orElse(method, drawn.method()),
        Phrases.orElse(efficacy, drawn.efficacy()),
        Phrases.orElse(product, drawn.product()),
        Phrases.orElse(application, drawn.application()));
  }

  /** Whether any element is named. Without any they are drawn from the texts wherever they help. */
  public boolean hasElements() {
    return Stream.of(material, method, efficacy, product, application)
        .anyMatch(phrases -> phrases != null && !phrases.isBlank());
  }

  boolean filled() {
    return Stream.of(title, summary, problem, solution, effect, products, overview)
        .anyMatch(part -> part != null && !part.isBlank());
  }

  Map<String, Object> body(String lang) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("lang", lang);
    body.put("title", title == null ? "" : title.strip());
    Typed.text(body, "summary", summary);
    Typed.text(body, "problem", problem);
    Typed.text(body, "solution", solution);
    Typed.text(body, "effect", effect);
    Typed.text(body, "products", products);
    Typed.text(body, "overview", overview);
    if (hasElements()) {
      body.put("elements", elements());
    }
    return body;
  }

  private Map<String, Object> elements() {
    Map<String, Object> elements = new LinkedHashMap<>();
    elements.put("material", Phrases.split(material));
    elements.put("method", Phrases.split(method));
    elements.put("efficacy", Phrases.split(efficacy));
    elements.put("product", Phrases.split(product));
    elements.put("application", Phrases.split(application));
    return elements;
  }
}
