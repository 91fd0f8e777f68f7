package dev.musubi.engines;

/**
 * Data of an engine that this version of it cannot read.
 *
 * @param found the version that made them
 * @param needed the version that would have to
 */
public record EngineData(String engine, String found, String needed) {}
