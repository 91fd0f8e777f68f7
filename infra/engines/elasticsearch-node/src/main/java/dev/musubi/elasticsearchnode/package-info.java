/** An Elasticsearch node of one process. */
@NullMarked
package dev.musubi.elasticsearchnode;

import org.jspecify.annotations.NullMarked;
