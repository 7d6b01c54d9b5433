package org.migrationhub.core.review;

/**
 * Why a rule says no.
 *
 * @param code stable; the rule that says it
 * @param sentence what is wrong, for a person to read
 * @param evidence the facts on which the rule rests: ids, names of bodies, dates, numbers
 * @param remedy what would change it
 */
public record Reason(String code, String sentence, String evidence, String remedy) {}
