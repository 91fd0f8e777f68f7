package dev.musubi.listings;

import dev.musubi.testkit.poison.PoisonContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What listings make of records that nobody can handle. */
class PoisonIT extends ServiceTest implements PoisonContract {
  @Autowired private ApplicationContext context;

  @Override
  public ApplicationContext listeningApplication() {
    return context;
  }
}
