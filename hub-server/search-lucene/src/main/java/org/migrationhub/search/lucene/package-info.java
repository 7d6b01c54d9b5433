/** Search on Lucene. */
@NullMarked
package org.migrationhub.search.lucene;

import org.jspecify.annotations.NullMarked;
