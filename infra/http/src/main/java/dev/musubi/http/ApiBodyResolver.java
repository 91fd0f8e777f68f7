package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ApiBodyResolver implements HandlerMethodArgumentResolver {
  private static final MediaType ANY_JSON = new MediaType("application", "*+json");

  private final StrictReader reader;
  private final DataSize maxBody;

  ApiBodyResolver(StrictReader reader, DataSize maxBody) {
    this.reader = reader;
    this.maxBody = maxBody;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(ApiBody.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders)
      throws IOException, HttpMediaTypeNotSupportedException {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("no servlet request");
    }
    requireJson(request);
    byte[] body = body(request);
    BodyHash.remember(request, body);
    Type type = parameter.getGenericParameterType();
    JsonNode tree = reader.tree(body);
    if (type instanceof ParameterizedType generic && generic.getRawType() == MergePatch.class) {
      return patch(tree, generic.getActualTypeArguments()[0]);
    }
    return reader.bind(tree, reader.type(type));
  }

  private Object patch(JsonNode tree, Type type) {
    if (!(tree instanceof ObjectNode object)) {
      throw new InvalidInput(new FieldError("", "type", new BindingErrors.Named("object")));
    }
    return new MergePatch<>(reader, object, reader.type(type));
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    int limit = (int) maxBody.toBytes();
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge();
    }
    return body;
  }

  private Refusal tooLarge() {
    return new Refusal(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "problem.too-large.detail",
        maxBody.toKilobytes());
  }

  private static void requireJson(HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    String header = request.getContentType();
    MediaType type = null;
    try {
      type = header == null ? null : MediaType.parseMediaType(header);
    } catch (InvalidMediaTypeException e) {
      type = null;
    }
    if (type == null || !(MediaType.APPLICATION_JSON.includes(type) || ANY_JSON.includes(type))) {
      throw new HttpMediaTypeNotSupportedException(
          type,
          List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/merge-patch+json")));
    }
  }
}
