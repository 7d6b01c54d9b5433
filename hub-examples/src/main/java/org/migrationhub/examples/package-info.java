/** Small programs that show how to embed the Hub; each is run by a test. */
@NullMarked
package org.migrationhub.examples;

import org.jspecify.annotations.NullMarked;
