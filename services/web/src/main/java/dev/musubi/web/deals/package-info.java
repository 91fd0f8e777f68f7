/** Inquiries: asking an owner, and answering. */
@NullMarked
package dev.musubi.web.deals;

import org.jspecify.annotations.NullMarked;
