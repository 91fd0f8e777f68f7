package dev.musubi.testkit.api;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What an application answers, as it knows itself.
 *
 * @param path pattern, with variables in braces
 * @param takesJson whether it reads a body of JSON
 * @param takesFile whether it reads a form with a file
 * @param streams whether its answer does not end
 */
public record Endpoint(
    String method, String path, boolean takesJson, boolean takesFile, boolean streams) {

  /** Every endpoint of the API and of the inner door, in a fixed order. */
  static List<Endpoint> of(ApplicationContext application) {
    return application.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(entry -> of(entry.getKey(), entry.getValue()))
        .filter(it -> it.isPublic() || it.isInner())
        .distinct()
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
    boolean json =
        Arrays.stream(handler.getMethod().getParameters())
            .flatMap(parameter -> Arrays.stream(parameter.getAnnotations()))
            .map(Annotation::annotationType)
            .anyMatch(type -> type.getSimpleName().equals("ApiBody"));
    boolean file =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .anyMatch(type -> type.getType().equals("multipart"));
    boolean streams =
        info.getProducesCondition().getProducibleMediaTypes().stream()
            .anyMatch(type -> type.getSubtype().equals("event-stream"));
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Endpoint(method.name(), path, json, file, streams)));
  }

  /** Whether everybody could reach it through the door. */
  public boolean isPublic() {
    return path.startsWith("/api/");
  }

  /** Whether it is for our own services and operators. */
  public boolean isInner() {
    return path.startsWith("/internal/");
  }

  /** Whether administrators of the installation may call it although it is an inner one. */
  public boolean isForAdministrators() {
    return toString().equals("GET /internal/operation");
  }

  public boolean reads() {
    return method.equals("GET");
  }

  /** Whether its path names an object. */
  public boolean isOfOne() {
    return path.contains("{");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
