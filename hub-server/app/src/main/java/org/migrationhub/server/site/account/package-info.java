/**
 * Pages of one's account: in and out, and what letters lead to. A link of a letter shows what is about to happen and asks;
 * only sending the form does it, since programs that look through letters follow links.
 */
@NullMarked
package org.migrationhub.server.site.account;

import org.jspecify.annotations.NullMarked;
