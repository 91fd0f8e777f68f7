package dev.musubi.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that is written as it was. */
record RawJson(@JsonValue @JsonRawValue String text) {}
