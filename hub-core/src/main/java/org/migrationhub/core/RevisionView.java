package org.migrationhub.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A revision as whoever may see the outcomes sees it. Days are told, not times.
 *
 * @param number 1 for the first
 * @param on the day on which it was handed in
 * @param returnedOn the day on which the secretariat returned it at screening; null if it did not
 * @param asked what it asked for then; empty if nothing, or it was erased with its author
 */
public record RevisionView(
        int number, LocalDate on, @Nullable LocalDate returnedOn, String asked) {}
