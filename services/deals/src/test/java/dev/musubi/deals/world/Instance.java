package dev.musubi.deals.world;

import dev.musubi.deals.application.RemindOwners;
import dev.musubi.deals.application.Surroundings;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.EventJson;
import dev.musubi.testkit.api.ApiClient;
import dev.musubi.testkit.identity.TestIssuer;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A running instance of the service. */
public final class Instance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  Instance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Asks as nobody. */
  public ApiClient stranger() {
    return ApiClient.at(url());
  }

  /** Asks as a member of an organisation. */
  public ApiClient member(UUID organisation, OrganisationKind kind, MemberRole role) {
    return stranger().with(TestIssuer.shared().token(organisation, kind, role));
  }

  public ApiClient firm(UUID organisation) {
    return member(organisation, OrganisationKind.SEEKER, MemberRole.EDITOR);
  }

  public ApiClient owner(UUID organisation) {
    return member(organisation, OrganisationKind.OWNER, MemberRole.EDITOR);
  }

  public ApiClient broker(UUID organisation) {
    return member(organisation, OrganisationKind.BROKER, MemberRole.EDITOR);
  }

  /** Lets the service know something, as its listeners do. */
  public void know(Consumer<Surroundings> news) {
    part(TransactionTemplate.class)
        .executeWithoutResult(_ -> news.accept(part(Surroundings.class)));
  }

  /** Looks through the overdue answers, as the clock makes it do. */
  public void remind() {
    part(RemindOwners.class).remind();
  }

  /** The events of a deal that wait in the outbox, as {@code type} and state, in their order. */
  public List<Told> told(UUID deal) {
    return part(JdbcClient.class)
        .sql("SELECT * FROM outbox WHERE topic = 'musubi.deal.v1' AND key = ? ORDER BY id")
        .param(deal.toString())
        .query(
            (row, _) ->
                new Told(
                    row.getString("type"),
                    EventJson.read(row.getBytes("payload"), DealState.class)))
        .list();
  }

  private <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /** What the other services are told. */
  public record Told(String type, DealState state) {}
}
