package org.migrationhub.server.site.submit;

import java.util.List;

/**
 * A continent with what can be chosen of it.
 *
 * @param itself as a whole
 * @param parts its regions
 * @param countries of it, and areas
 */
public record Continent(Option itself, List<Option> parts, List<Option> countries) {}
