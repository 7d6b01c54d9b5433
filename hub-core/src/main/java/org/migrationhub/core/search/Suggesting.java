package org.migrationhub.core.search;

import java.util.List;
import org.migrationhub.core.vocabulary.Language;

/**
 * What an index can do beside searching: completing what is being typed. The labels of the vocabulary are not its matter;
 * whoever shows suggestions has them, compares them as {@link Typed} does, and finds in {@link SearchPage#counts} which of
 * them anything has.
 */
public interface Suggesting {

    /**
     * Titles and names in which every word that was typed occurs, the last of them as the beginning of a word; names of
     * bodies first, then titles from the newest on. All of it comes from the index, which may be behind: whoever shows it
     * asks the storage whether what has it is public now, and still has it.
     *
     * @param typed what has been typed so far; with fewer than two letters there is no suggestion, and none with more
     *     than {@value SearchQuery#LONGEST} characters
     * @param preferred the reader's languages, the best first: of an item with several fitting titles, the one in the
     *     first of these is suggested
     * @param most how many at most; at most {@value SearchQuery#MOST}
     */
    List<Suggestion> suggest(String typed, List<Language> preferred, int most);
}
