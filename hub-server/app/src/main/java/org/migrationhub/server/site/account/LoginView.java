package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Typed;

/**
 * The page where one logs in.
 *
 * @param typed what was typed, with what is wrong
 * @param back the page to which it leads; empty for the desk
 * @param kept what was sent and waits for it
 * @param providers who may vouch for somebody
 */
public record LoginView(Typed typed, String back, Kept kept, List<OidcProvider> providers) {

    /** Where one goes to log in by a provider. */
    public String login(OidcProvider provider) {
        String way = "/api/v1/oidc/" + provider.name() + "/login";
        return back.isEmpty() ? way : way + "?back=" + Addresses.encoded(back);
    }
}
