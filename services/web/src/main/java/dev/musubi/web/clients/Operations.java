package dev.musubi.web.clients;

import dev.musubi.observability.Operation;
import dev.musubi.web.door.Service;
import org.springframework.stereotype.Component;

/** How each service fares, as it says itself; asked with the reader's own token. */
@Component
public class Operations {
  private final Upstream upstream;

  Operations(Upstream upstream) {
    this.upstream = upstream;
  }

  /** One service. */
  public Answer<Operation.Report> of(Asker asker, Service service) {
    return upstream.get(asker, service, "/internal/operation", Operation.Report.class);
  }
}
