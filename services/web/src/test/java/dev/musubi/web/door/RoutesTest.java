package dev.musubi.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/listings,LISTINGS",
    "/api/v1/listings/imports,LISTINGS",
    "/api/v1/listings/1/publish,LISTINGS",
    "/api/v1/listings/1/matches,MATCHING",
    "/api/v1/needs/1/matches,MATCHING",
    "/api/v1/needs/1/alert-preview,MATCHING",
    "/api/v1/landscape,MATCHING",
    "/api/v1/needs/1/activate,PROFILES",
    "/api/v1/organisations/1/members,PROFILES",
    "/api/v1/me,PROFILES",
    "/api/v1/accounts/1,PROFILES",
    "/api/v1/mandates,PROFILES",
    "/api/v1/matches/1/feedback,MATCHING",
    "/api/v1/search/listings,MATCHING",
    "/api/v1/landscape/fields,MATCHING",
    "/api/v1/deals/1,DEALS",
    "/api/v1/alerts/stream,NOTIFICATIONS",
    "/api/v1/subscriptions,NOTIFICATIONS",
    "/api/v1/webhooks,NOTIFICATIONS",
    "/oauth2/token,PROFILES",
    "/.well-known/openid-configuration,PROFILES",
    "/userinfo,PROFILES",
    "/login,PROFILES",
    "/logout-authorization,PROFILES"
  })
  void every_path_of_the_contract_has_its_service(String path, Service service) {
    assertThat(Routes.of(path)).contains(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/demo",
        "/api/v1/internal/demo",
        "/api/v1",
        "/api/v1/",
        "/api/v2/listings",
        "/actuator/health",
        "/api/v1/../internal",
        "/api/v1/listings/../../internal/demo",
        "/api/v1/listings/%2e%2e/%2e%2e/internal",
        "/api/v1/listings%2f..%2finternal",
        "/api/v1//listings",
        "/api/v1/listings;x=/internal",
        "/api/v1/listings\\..\\internal",
        "/oauth2/..%5cinternal",
        "/v3/api-docs"
      })
  void what_is_not_public_has_no_route(String path) {
    assertThat(Routes.of(path)).isEqualTo(Optional.empty());
  }
}
