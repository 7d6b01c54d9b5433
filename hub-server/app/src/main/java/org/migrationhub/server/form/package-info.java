/** Forms that several doors of the server read. */
@NullMarked
package org.migrationhub.server.form;

import org.jspecify.annotations.NullMarked;
