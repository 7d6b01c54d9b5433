/**
 * What the Hub classifies by: the objectives and guiding principles of the Global Compact, the Sustainable Development
 * Goals, countries and the two region schemes, types of practice and of resource, and languages.
 *
 * <p>Every term has a stable code that is stored and exchanged, and never a name: names are data, one text per language,
 * read by {@link org.migrationhub.core.vocabulary.Labels}, and an installation can put its own in their place. A text that
 * was not seen in a United Nations source is never passed off as official. All types here are immutable and safe to share
 * between threads; the data is read once, from the jar, when it is first needed.
 */
@NullMarked
package org.migrationhub.core.vocabulary;

import org.jspecify.annotations.NullMarked;
