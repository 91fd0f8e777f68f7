/**
 * Elasticsearch as far as Musubi uses it: indices defined by JSON resources, created explicitly,
 * written with external versions, and rebuilt beside the living one while searches go on. Only
 * features that the official distribution and the node of the engines module share.
 */
@NullMarked
package dev.musubi.search;

import org.jspecify.annotations.NullMarked;
