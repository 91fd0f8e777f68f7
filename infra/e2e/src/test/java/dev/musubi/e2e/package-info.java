/**
 * Stories: what people do with Musubi, told against the one public address of the whole running
 * product. Everything is seen from outside: by the API, by a real browser, by the mails that
 * arrive.
 */
@NullMarked
package dev.musubi.e2e;

import org.jspecify.annotations.NullMarked;
