/**
 * Finding what is public: the {@link org.migrationhub.core.search.SearchIndex} interface, what a
 * {@link org.migrationhub.core.search.SearchQuery} means, and {@link org.migrationhub.core.search.InMemorySearchIndex}.
 *
 * <p>A query knows what it means: {@link org.migrationhub.core.search.SearchQuery#matches} defines words and filters,
 * {@link org.migrationhub.core.search.SearchQuery#order} the order, {@link org.migrationhub.core.search.Facet#values} what
 * is counted. Every index is tested against these.
 *
 * <p>An index follows the journal and may lag behind it. It holds nothing but published content, and nothing of persons:
 * who is named in an item can't be searched for.
 */
@NullMarked
package org.migrationhub.core.search;

import org.jspecify.annotations.NullMarked;
