package dev.musubi.web.office;

import dev.musubi.model.event.ListingState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first right. */
record RightPart(
    @Nullable String kind,
    @Nullable String registrationNumber,
    @Nullable String publicationNumber,
    @Nullable String applicationNumber,
    @Nullable String filedOn,
    @Nullable String expiresOn,
    @Nullable String status) {
  static final RightPart EMPTY = new RightPart("PATENT", null, null, null, null, null, "GRANTED");

  static RightPart of(ListingState.Right right) {
    return new RightPart(
        right.kind().name(),
        right.registrationNumber(),
        right.publicationNumber(),
        right.applicationNumber(),
        ListingForm.text(right.filedOn()),
        ListingForm.text(right.expiresOn()),
        right.status().name());
  }

  /**
   * As the API takes it.
   *
   * @param before the right that is changed; what the form does not show of it stays
   */
  Map<String, Object> body(ListingState.@Nullable Right before) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind == null ? "PATENT" : kind);
    body.put("jurisdiction", before == null ? "JP" : before.jurisdiction());
    Typed.text(body, "registrationNumber", registrationNumber);
    Typed.text(body, "publicationNumber", publicationNumber);
    Typed.text(body, "applicationNumber", applicationNumber);
    Typed.text(body, "filedOn", TypedDay.of(filedOn).iso());
    Typed.text(body, "expiresOn", TypedDay.of(expiresOn).iso());
    Typed.text(body, "status", status);
    if (before != null) {
      Typed.text(body, "inventionTitle", before.inventionTitle());
      Typed.text(body, "publishedOn", ListingForm.text(before.publishedOn()));
      Typed.text(body, "registeredOn", ListingForm.text(before.registeredOn()));
    }
    return body;
  }
}
