package dev.musubi.testkit.poison;

import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * A consumer of an application, as the application knows it.
 *
 * @param consumer its name, {@code <service>.<aggregate>}
 */
record Listening(String consumer, String topic) {
  /** Of infra/messaging, which is built with this kit and so cannot be built before it. */
  private static final Set<String> SUBSCRIPTIONS =
      Set.of("dev.musubi.messaging.Subscription", "dev.musubi.messaging.BatchSubscription");

  static List<Listening> of(ApplicationContext application) {
    Map<String, Object> beans = application.getBeansOfType(Object.class, false, false);
    return beans.values().stream()
        .filter(bean -> SUBSCRIPTIONS.contains(bean.getClass().getName()))
        .map(bean -> new Listening(component(bean, "consumer"), component(bean, "topic")))
        .sorted(Comparator.comparing(Listening::consumer))
        .toList();
  }

  private static String component(Object bean, String name) {
    try {
      return String.valueOf(bean.getClass().getMethod(name).invoke(bean));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
