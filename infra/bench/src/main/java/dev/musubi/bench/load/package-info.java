/** How quickly matching answers, each figure over a bare request to Elasticsearch in one run. */
@NullMarked
package dev.musubi.bench.load;

import org.jspecify.annotations.NullMarked;
