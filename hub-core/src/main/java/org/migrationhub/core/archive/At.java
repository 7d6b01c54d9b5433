package org.migrationhub.core.archive;

/**
 * Something that was read, with its line.
 *
 * @param line from 1 on
 * @param value what stands there
 */
record At<T>(long line, T value) {}
