package dev.musubi.deals.web;

import dev.musubi.deals.application.OpenInquiry.Inquiry;
import dev.musubi.http.FieldError;
import dev.musubi.http.SelfChecked;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry: from a match, or about a listing, perhaps from a need.
 *
 * @param onBehalfOf the firm, when a broker asks
 * @param anonymous whether to hide the firm's name from the owner; when left out, it is hidden
 *     unless the need is public
 */
record InquiryInput(
    @Nullable UUID matchId,
    @Nullable UUID listingId,
    @Nullable UUID needId,
    @Nullable UUID onBehalfOf,
    @Nullable Boolean anonymous,
    @NotBlank @Size(max = 4000) String message)
    implements SelfChecked {

  @Override
  public List<FieldError> wrong() {
    return matchId == null && listingId == null
        ? List.of(new FieldError("/listingId", "listing.or-match"))
        : List.of();
  }

  Inquiry inquiry() {
    return new Inquiry(matchId, listingId, needId, onBehalfOf, anonymous, message.strip());
  }
}
