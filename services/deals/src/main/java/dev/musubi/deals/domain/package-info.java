/** What a deal is and what must hold for it. Knows no framework. */
@NullMarked
package dev.musubi.deals.domain;

import org.jspecify.annotations.NullMarked;
