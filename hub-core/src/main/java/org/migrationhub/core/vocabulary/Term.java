package org.migrationhub.core.vocabulary;

/**
 * Something that an item can be classified by. What identifies a term is its code, which never changes and is unique over
 * all kinds of term: the objective "International cooperation" and the principle of the same name have different codes.
 */
public sealed interface Term
        permits Objective, Principle, Sdg, Country, Region, RegionalCommission, PracticeType, ResourceType {

    /** The stable code that stands for this term in storage, in the API and in digests, such as {@code objective-8}. */
    String code();
}
