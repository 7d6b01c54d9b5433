/**
 * What is acknowledged survives: servers in processes of their own are put under load, killed, cut off from their database
 * and raced against each other, and what they then answer is compared with what their clients remember.
 */
package org.migrationhub.server.crash;
