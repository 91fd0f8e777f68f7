package dev.musubi.notifications.application;

import dev.musubi.model.Ids;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.persistence.Json;
import dev.musubi.notifications.persistence.WebhookDeliveries.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Bodies of webhooks: CloudEvents 1.0 in JSON, structured mode. */
@Component
class CloudEvents {
  private final String source;

  CloudEvents(NotificationsSettings settings) {
    this.source = settings.publicUrl() + "/notifications";
  }

  /** A call whose id is the event's id in every attempt. */
  Call call(UUID webhook, String type, UUID subject, Object data, Instant now) {
    UUID id = Ids.next();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", source);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", now);
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return new Call(id, webhook, type, Json.write(event), 0);
  }
}
