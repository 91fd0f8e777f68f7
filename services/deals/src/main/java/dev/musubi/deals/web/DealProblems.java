package dev.musubi.deals.web;

import dev.musubi.deals.domain.DealRefused;
import dev.musubi.deals.domain.Refused;
import dev.musubi.http.ProblemSource;
import dev.musubi.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says in problem details why something cannot be done. */
@Component
class DealProblems implements ProblemSource {

  @Override
  public @Nullable Refusal explain(Exception exception) {
    return exception instanceof DealRefused refused ? of(refused.reason()) : null;
  }

  private static Refusal of(Refused reason) {
    return switch (reason) {
      case Refused.NotASeeker _ -> refusal(HttpStatus.FORBIDDEN, "not-a-seeker");
      case Refused.NoMandate _ -> refusal(HttpStatus.FORBIDDEN, "mandate-missing");
      case Refused.OwnListing _ -> conflict("own-listing");
      case Refused.ListingNotOpen it ->
          conflict("listing-not-open").with("listingState", it.state());
      case Refused.ConsentMissing _ -> conflict("co-owner-consent-missing");
      case Refused.Protected it ->
          it.until() == null
              ? conflict("joint-research-protection")
              : new Refusal(
                      HttpStatus.CONFLICT,
                      "joint-research-protection",
                      "problem.joint-research-protection.until",
                      it.until().toString())
                  .with("until", it.until());
      case Refused.AlreadyOpen it ->
          conflict("inquiry-exists").with("deal", "/api/v1/deals/" + it.deal());
      case Refused.NoLongerAnInquiry _ -> conflict("inquiry-answered");
      case Refused.NotInTalks _ -> conflict("not-in-talks");
      case Refused.Ended _ -> conflict("deal-ended");
      case Refused.NotAnonymous _ -> conflict("not-anonymous");
    };
  }

  private static Refusal conflict(String type) {
    return refusal(HttpStatus.CONFLICT, type);
  }

  private static Refusal refusal(HttpStatus status, String type) {
    return new Refusal(status, type, "problem." + type + ".detail");
  }
}
