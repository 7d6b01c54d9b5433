package org.migrationhub.core.search;

import java.util.List;

/** What an index can do beside searching: finding what is like a document. */
public interface Likening {

    /**
     * Documents that are like another one, in the words of their titles and in what they are about; the most alike first, the
     * document itself not among them. The index may be behind, so whoever shows them asks the storage whether they are public
     * now.
     *
     * @param document to be compared with; nothing is like one that the index doesn't hold
     * @param most how many at most; at most {@value SearchQuery#MOST}
     */
    List<SearchHit> like(DocumentId document, int most);
}
