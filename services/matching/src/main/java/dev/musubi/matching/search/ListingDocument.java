package dev.musubi.matching.search;

import dev.musubi.elements.Element;
import dev.musubi.matching.domain.Openness;
import dev.musubi.matching.scoring.FieldTexts;
import dev.musubi.matching.scoring.Passages;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Script;
import dev.musubi.model.Ipc;
import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState.Elements;
import dev.musubi.model.event.OrganisationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A listing as the index holds it, and as a question to needs. */
public final class ListingDocument {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ListingDocument() {}

  /** The document. */
  public static ObjectNode of(
      ListingState listing, @Nullable OrganisationState organisation, LocalDate today) {
    var document = MAPPER.createObjectNode();
    document.put("id", listing.id().toString());
    texts(listing).into(document);
    organisation(document, listing, organisation);
    var free = Openness.freeKinds(listing, today).stream().map(Enum::name).toList();
    put(document, "licence", free);
    put(document, "field", listing.fields());
    put(document, "function", listing.functions());
    put(document, "ipc", listing.classifications().ipc());
    put(document, "ipc_path", ipcPath(listing.classifications().ipc()));
    put(document, "jsic_path", jsicPath(listing.jsic()));
    if (listing.prefecture() != null) {
      document.put("prefecture", listing.prefecture());
    }
    if (listing.trl() != null) {
      document.put("trl", listing.trl());
    }
    var expires = listing.expiresOn();
    if (expires != null) {
      document.put("expires_on", expires.toString());
    }
    document.put("published_at", listing.publishedAt().toString());
    document.put("changed_at", listing.changedAt().toString());
    return document.put("sample", listing.sample());
  }

  /** The question that a listing asks of needs: all its texts, in each language. */
  public static Question question(ListingState listing) {
    var parts = new ArrayList<Question.Part>();
    for (var text : listing.texts()) {
      var language = language(text);
      part(parts, "title", language, text.title());
      part(parts, "summary", language, text.summary());
      part(parts, "problem", language, text.problem());
      part(parts, "effect", language, text.effect());
      part(parts, "products", language, text.products());
      part(parts, "solution", language, text.solution());
      part(parts, "overview", language, text.overview());
    }
    return new Question(Question.Kind.LISTING, parts);
  }

  private static void part(
      List<Question.Part> parts, String name, Language language, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      parts.add(new Question.Part(name, language, text));
    }
  }

  /** The sentences of which the nearest to a need is shown. */
  public static Passages passages(ListingState listing) {
    return Passages.of(texts(listing).into(MAPPER.createObjectNode()));
  }

  private static FieldTexts texts(ListingState listing) {
    var texts = new FieldTexts();
    for (var text : listing.texts()) {
      var language = language(text);
      texts
          .add(language, "title", text.title())
          .add(language, "summary", text.summary())
          .add(language, "problem", text.problem())
          .add(language, "solution", text.solution())
          .add(language, "effect", text.effect())
          .add(language, "products", text.products())
          .add(language, "overview", text.overview());
      elements(texts, language, FiveElements.of(text));
    }
    return texts;
  }

  private static void elements(FieldTexts texts, Language language, Elements elements) {
    for (var element : Element.values()) {
      texts.add(language, element.key(), String.join("\n", element.in(elements)));
    }
  }

  private static Language language(ListingState.Text text) {
    return Language.find(text.lang()).orElseGet(() -> Script.language(text.title()));
  }

  private static void organisation(
      ObjectNode document, ListingState listing, @Nullable OrganisationState organisation) {
    var node = document.putObject("organisation");
    node.put("id", listing.organisationId().toString());
    if (organisation != null) {
      var names = node.putArray("name");
      names.add(organisation.name());
      if (organisation.nameEn() != null) {
        names.add(organisation.nameEn());
      }
      if (organisation.prefecture() != null) {
        node.put("prefecture", organisation.prefecture());
      }
    }
  }

  /** Section, class, subclass, group and subgroup, so that a filter by any of them is one term. */
  static Set<String> ipcPath(Collection<String> codes) {
    var path = new LinkedHashSet<String>();
    for (var code : codes) {
      var form = Ipc.tryParse(code).map(Ipc::code).orElse(code);
      for (var end : new int[] {1, 3, 4, form.indexOf('/'), form.length()}) {
        if (end > 0 && end <= form.length()) {
          path.add(form.substring(0, end));
        }
      }
    }
    return path;
  }

  private static Set<String> jsicPath(Collection<String> codes) {
    var path = new LinkedHashSet<String>();
    for (var code : codes) {
      for (var end = 1; end <= code.length(); end++) {
        if (end != 2) {
          path.add(code.substring(0, end));
        }
      }
    }
    return path;
  }

  private static void put(ObjectNode document, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      var array = document.putArray(field);
      values.forEach(array::add);
    }
  }
}
