package dev.musubi.http;

import java.util.List;

/**
 * Input that knows more than its fields alone can tell, such as that one of two is required. {@link
 * ApiBody} asks it after its fields were judged, and tells all together.
 */
public interface SelfChecked {
  /** What is wrong; a field that was found wrong before is not named twice. */
  List<FieldError> wrong();
}
