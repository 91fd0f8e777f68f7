package dev.musubi.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Bodies, headers, paging and problems of an operation. */
final class DocumentedOperations implements GlobalOperationCustomizer {
  private final DocumentedSchemas schemas;

  DocumentedOperations(DocumentedSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(ApiBody.class)) {
        operation.setRequestBody(body(parameter.getGenericParameterType()));
      } else if (parameter.getParameterType() == PageQuery.class) {
        paging(operation);
      }
    }
    headers(operation, handler);
    problems(operation);
    return operation;
  }

  private RequestBody body(Type type) {
    boolean patch = type instanceof ParameterizedType p && p.getRawType() == MergePatch.class;
    Type content = patch ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    String name = patch ? "application/merge-patch+json" : "application/json";
    return new RequestBody()
        .required(true)
        .content(
            new Content().addMediaType(name, new MediaType().schema(schemas.reference(content))));
  }

  private static void headers(Operation operation, HandlerMethod handler) {
    if (handler.hasMethodAnnotation(Creates.class)) {
      operation.addParametersItem(
          header(Idempotency.HEADER, "Makes the request safe to repeat: 1 to 255 characters."));
    }
    boolean changes =
        handler.hasMethodAnnotation(Changes.class)
            || java.util.Arrays.stream(handler.getMethodParameters())
                .anyMatch(p -> p.getParameterType() == IfMatch.class);
    if (changes) {
      operation.addParametersItem(header("If-Match", "The ETag of the version that was read."));
    }
  }

  private static Parameter header(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(true)
        .description(description)
        .schema(new StringSchema());
  }

  private static void paging(Operation operation) {
    operation.addParametersItem(
        query("cursor", new StringSchema(), "The value of next in the page before."));
    Schema<?> limit =
        new IntegerSchema().minimum(BigDecimal.ONE).maximum(new BigDecimal(PageQuery.MAX_LIMIT));
    limit.setDefault(PageQuery.DEFAULT_LIMIT);
    operation.addParametersItem(query("limit", limit, "How many items a page has at most."));
  }

  private static Parameter query(String name, Schema<?> schema, String description) {
    return new Parameter()
        .in("query")
        .name(name)
        .required(false)
        .description(description)
        .schema(schema);
  }

  private void problems(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    for (String range : new String[] {"4XX", "5XX"}) {
      operation
          .getResponses()
          .addApiResponse(
              range,
              new ApiResponse()
                  .description("Problem details (RFC 9457)")
                  .content(
                      new Content()
                          .addMediaType(
                              "application/problem+json",
                              new MediaType().schema(schemas.reference(Problem.class)))));
    }
  }
}
