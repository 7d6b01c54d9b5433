/** What the server does under load. */
package org.migrationhub.server.load;
