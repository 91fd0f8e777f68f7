/** A Kafka node of one process. */
@NullMarked
package dev.musubi.kafkanode;

import org.jspecify.annotations.NullMarked;
