/**
 * Bulk import: files of practices, resources, organisations and reviewers, as CSV, XLSX or JSON, become rows in the JSON form
 * of the API, which the core then takes in whole or not at all.
 *
 * <p>A file is repeatable: each row carries the key that it has where it comes from, and this package remembers which id here
 * belongs to it. Files are hostile until shown otherwise: everything is counted before it is kept, nothing in them is
 * evaluated, and no entity is looked up.
 */
@NullMarked
package org.migrationhub.server.imports;

import org.jspecify.annotations.NullMarked;
