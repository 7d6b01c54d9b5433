/**
 * Classes that break the rules of the architecture on purpose, in packages named like those of the core: each proves
 * that its rule can fail. Nothing uses them.
 */
package org.migrationhub.core.bad;
