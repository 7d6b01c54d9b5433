package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.server.site.page.Typed;

/**
 * The form for somebody new.
 *
 * @param typed what was typed, with what is wrong
 * @param organisations some of the names to choose from
 */
public record NewPersonView(Typed typed, List<String> organisations) {}
