package dev.musubi.e2e;

import static dev.musubi.e2e.Market.NEEDS;
import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody who acts for firms, as far as these let them. */
final class BrokerIT {
  private static final Api FIRM = Api.of("komorebi@demo.musubi.example");
  private static final Api BROKER = Api.of("hitomawari@demo.musubi.example");
  private static final Api OTHER = Api.of("broker@demo.musubi.example");
  private static final String BROKERS_ID = "01980000-0000-7000-8000-000000003002";

  @Test
  void a_broker_sees_and_answers_for_a_firm_as_long_as_its_mandate_holds() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    var need = Market.activate(FIRM, subject.needInJapanese().replace("PUBLIC", "BROKER"));
    var match = Market.match(FIRM, need, listing).path("id").asString();
    BROKER.get(NEEDS + "/" + need).must(404);
    BROKER.get(NEEDS + "/" + need + "/matches").must(404);

    var mandate = FIRM.post("/api/v1/mandates", "{\"broker\": \"" + BROKERS_ID + "\"}").must(201);
    BROKER.get(NEEDS + "/" + need).must(200);
    patiently().until(() -> BROKER.get(NEEDS + "/" + need + "/matches").status() == 200);
    assertThat(Market.of(BROKER, need, listing)).hasSize(1);
    var path = "/api/v1/matches/" + match + "/feedback";
    OTHER.post(path, "{\"answer\": \"INTERESTED\"}").must(404);
    BROKER.post(path, "{\"answer\": \"INTERESTED\"}").must(200);
    assertThat(Market.of(FIRM, need, listing).getFirst().at("/feedback/answer").asString())
        .isEqualTo("INTERESTED");

    FIRM.delete("/api/v1/mandates/" + mandate.id()).must(204);
    BROKER.get(NEEDS + "/" + need).must(404);
    patiently().until(() -> BROKER.get(NEEDS + "/" + need + "/matches").status() == 404);
    assertThat(BROKER.post(path, "{\"answer\": \"LATER\"}").status()).isEqualTo(404);
  }

  @Test
  void a_private_need_stays_private_even_for_a_broker_with_a_mandate() {
    var subject = Subject.ja();
    var firm = Api.of("namiusagi@demo.musubi.example");
    var mandate = firm.post("/api/v1/mandates", "{\"broker\": \"" + BROKERS_ID + "\"}").must(201);
    var need = Market.activate(firm, subject.needInJapanese().replace("PUBLIC", "PRIVATE"));
    BROKER.get(NEEDS + "/" + need).must(404);
    BROKER.get(NEEDS + "/" + need + "/matches").must(404);
    firm.delete("/api/v1/mandates/" + mandate.id()).must(204);
  }
}
