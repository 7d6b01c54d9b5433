/**
 * What every page needs: the visit that asks for it, the frame around it, the voice in which it speaks, and what was typed
 * into its form. A page's own words stand in one folder for each part of the site, with a file per language.
 */
@NullMarked
package org.migrationhub.server.site.page;

import org.jspecify.annotations.NullMarked;
