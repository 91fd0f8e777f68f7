/** What the tests of every HTTP API share: a client, and the walks that judge all endpoints. */
@NullMarked
package dev.musubi.testkit.api;

import org.jspecify.annotations.NullMarked;
