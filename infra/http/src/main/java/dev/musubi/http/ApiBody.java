package dev.musubi.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a controller parameter strictly from the JSON body: wrong types, unknown fields and
 * violated Jakarta Validation constraints are told all at once as one 422 problem {@code
 * urn:musubi:problem:invalid-input}; what is not JSON at all is a 400 problem {@code
 * urn:musubi:problem:malformed}.
 *
 * <p>A parameter of type {@link MergePatch} takes an RFC 7396 merge patch.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiBody {}
