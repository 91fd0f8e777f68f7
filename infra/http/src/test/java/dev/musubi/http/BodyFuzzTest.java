package dev.musubi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.fuzz.FuzzContract;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import tools.jackson.databind.json.JsonMapper;

/** Any body of a request, and any cursor of a page. */
final class BodyFuzzTest implements FuzzContract {
  private static final StrictReader READER = new StrictReader(JsonMapper.shared(), validator());

  public static void fuzzerTestOneInput(byte[] input) {
    new BodyFuzzTest().read(input);
  }

  @Override
  public void read(byte[] input) {
    body(input);
    cursor(new String(input, StandardCharsets.ISO_8859_1));
  }

  private static void body(byte[] input) {
    try {
      SampleApplication.Input taken = READER.read(input, SampleApplication.Input.class);
      String title = Objects.requireNonNull(taken.title());
      assertThat(title).isNotBlank().doesNotContain("\u0000").hasSizeLessThanOrEqualTo(20);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(title)).isTrue();
    } catch (InvalidInput refused) {
      assertThat(refused.errors()).isNotEmpty();
    } catch (Refusal refused) {
      assertThat(refused.status().value()).isEqualTo(400);
    }
  }

  private static void cursor(String text) {
    try {
      Cursor cursor = Cursor.decode(text);
      assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
      cursor.text(0);
      cursor.uuid(1);
      cursor.number(2);
      cursor.instant(3);
    } catch (InvalidParameter refused) {
      assertThat(refused.errors()).hasSize(1);
    }
  }

  private static Validator validator() {
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      return factory.getValidator();
    }
  }
}
