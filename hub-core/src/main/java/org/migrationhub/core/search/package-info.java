/**
 * Finding what is public: the {@link org.migrationhub.core.search.SearchIndex} interface, what a
 * {@link org.migrationhub.core.search.SearchQuery} means, and {@link org.migrationhub.core.search.InMemorySearchIndex}.
 *
 * <p>A query knows what it means: {@link org.migrationhub.core.search.SearchQuery#matches} defines words and filters, with
 * {@link org.migrationhub.core.search.WordQuery} for the few signs that mean something,
 * {@link org.migrationhub.core.search.SearchQuery#order} the order, {@link org.migrationhub.core.search.Facet#values} what
 * is counted. Every index is tested against these. Where nothing fits all of the words, fewer are
 * {@link org.migrationhub.core.search.Enough}, and the page says so.
 *
 * <p>What an index can do besides is for it to choose, in three small interfaces that a caller asks for:
 * {@link org.migrationhub.core.search.Suggesting}, {@link org.migrationhub.core.search.Likening} and
 * {@link org.migrationhub.core.search.Excerpting}.
 *
 * <p>An index takes in whatever offers what a {@link org.migrationhub.core.search.SearchDocument} does;
 * {@link org.migrationhub.core.search.ItemDocument} does it for practices and resources. What else is to be found is told to
 * a hub as {@link org.migrationhub.core.Documents}.
 *
 * <p>An index follows the journal and may lag behind it. It holds nothing but published content, and nothing of persons:
 * who is named in an item can't be searched for.
 */
@NullMarked
package org.migrationhub.core.search;

import org.jspecify.annotations.NullMarked;
