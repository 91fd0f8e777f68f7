/**
 * The conventions of every HTTP API of Musubi: problem details (RFC 9457), strict input, ETag,
 * idempotency, cursors, OpenAPI.
 */
@NullMarked
package dev.musubi.http;

import org.jspecify.annotations.NullMarked;
