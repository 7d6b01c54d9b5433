/**
 * Search on Lucene: {@link org.migrationhub.search.lucene.LuceneSearchIndex}, and hidden behind it how documents become
 * fields, how words are looked for in six languages, and how facets are counted.
 *
 * <p>Everything here but that type is seen by this package only, and no type of Lucene is part of what others see.
 */
@NullMarked
package org.migrationhub.search.lucene;

import org.jspecify.annotations.NullMarked;
