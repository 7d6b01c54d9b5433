/**
 * The submitter's desk: what one has submitted and where it stands, the form in steps that is saved as a draft, its
 * preview and handing in. A form's fields are called as the core's form calls them, so that the two are turned into each
 * other by rule.
 */
@NullMarked
package org.migrationhub.server.site.submit;

import org.jspecify.annotations.NullMarked;
