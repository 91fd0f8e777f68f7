/**
 * Files of listings as other systems write them: recognised by their header, read by mappings that
 * are data ({@code /formats}), in bounded memory, resumable and repeatable.
 */
@NullMarked
package dev.musubi.listings.imports;

import org.jspecify.annotations.NullMarked;
