package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;

/**
 * What is known of somebody.
 *
 * @param address of the page
 * @param version of the record
 * @param name of theirs
 * @param erased whether their data was erased
 * @param own whether it is the record of whoever looks, who may not say of themselves where they belong
 * @param behalf whether whoever looks may begin a submission for them
 * @param asked since when they ask to be erased; empty if they don't
 * @param facts name, address and side
 * @param affiliations where they belong and belonged, the last first
 * @param roster what they declare as a reviewer; empty if they are none
 * @param awaited where a review of theirs is awaited
 * @param account what is known of their account; empty if they have none
 * @param grants what they were said to be to the Hub, the last first
 * @param forms what can be changed, each filled in
 * @param open the form that was refused; empty if none was
 * @param organisations some of the names to choose from
 * @param mayGrant whether whoever looks may say what somebody is to the Hub
 * @param mayErase whether they may erase somebody
 */
public record PersonView(
        String address,
        long version,
        Said name,
        boolean erased,
        boolean own,
        Behalf behalf,
        String asked,
        List<DeskItem.Fact> facts,
        List<Affiliation> affiliations,
        List<DeskItem.Fact> roster,
        List<Linked> awaited,
        List<DeskItem.Fact> account,
        List<String> grants,
        Forms forms,
        String open,
        List<String> organisations,
        boolean mayGrant,
        boolean mayErase) {

    /** The form of name and address. */
    public static final String PROFILE = "profile";
    /** The form of where somebody belongs. */
    public static final String AFFILIATION = "affiliation";
    /** The form of what a reviewer declares. */
    public static final String ROSTER = "roster";
    /** The form of an invitation. */
    public static final String INVITATION = "invitation";
    /** The form of roles. */
    public static final String ROLES = "roles";

    /**
     * Whether whoever looks may begin a submission for somebody.
     *
     * @param offered whether they may
     * @param objections why not, where their role would let them; none on their own record
     */
    public record Behalf(boolean offered, List<Said> objections) {}

    /**
     * Where somebody belonged for a time.
     *
     * @param id of the organisation
     * @param organisation to which
     * @param side on which that put them
     * @param time from when to when
     * @param present whether it goes on
     */
    public record Affiliation(String id, Linked organisation, String side, String time, boolean present) {}

    /**
     * What can be changed.
     *
     * @param profile name and address
     * @param profileSeen what stood there when that form was opened
     * @param affiliation where somebody belongs
     * @param roster what a reviewer declares
     * @param rosterSeen what stood there when that form was opened
     * @param absences how many rows there are for times of absence
     * @param languages to choose from
     * @param objectives to choose from
     * @param invitation in which language to write
     * @param roles what somebody is to the Hub
     * @param roleOptions to choose from
     */
    public record Forms(
            Typed profile,
            Seen profileSeen,
            Typed affiliation,
            Typed roster,
            Seen rosterSeen,
            int absences,
            List<CandidatesView.Option> languages,
            List<CandidatesView.Option> objectives,
            Typed invitation,
            Typed roles,
            List<CandidatesView.Option> roleOptions) {}

    /** Whether a form is shown unfolded: it was refused. */
    public boolean isOpen(String form) {
        return open.equals(form);
    }

    /** What is wrong with the form that was refused. */
    public @Nullable Typed wrong() {
        return switch (open) {
            case PROFILE -> forms.profile();
            case AFFILIATION -> forms.affiliation();
            case ROSTER -> forms.roster();
            case INVITATION -> forms.invitation();
            case ROLES -> forms.roles();
            default -> null;
        };
    }
}
