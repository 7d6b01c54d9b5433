package org.migrationhub.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.migrationhub.core.kit.Samples.CITY;
import static org.migrationhub.core.kit.Samples.FUND;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;

/** Every method of every desk by its name, with arguments that are good at some stage. */
final class EveryAct {

    /** What is done to one item, or read of it. */
    interface OnItem {
        void by(Desk desk, SubmissionId id) throws Exception;
    }

    /** What concerns no single item. */
    interface OnHub {
        void by(Desk desk) throws Exception;
    }

    private static final Attachment FILE = Samples.practice().attachments().get(0);

    private EveryAct() {}

    static Map<String, OnItem> onItem() {
        Map<String, OnItem> acts = new LinkedHashMap<>();
        acts.put("view", Desk::view);
        acts.put("disclosure", Desk::disclosure);
        acts.put("content", Desk::content);
        acts.put("content-of", (desk, id) -> desk.content(id, 1));
        acts.put("attachment", (desk, id) -> desk.attachment(id, FILE.sha256()).close());
        acts.put("draft", Desk::draft);
        acts.put("journal", (desk, id) -> desk.journal(id, 0, 100));
        acts.put("words", (desk, id) -> desk.words(id, List.of()));
        acts.put("candidates", (desk, id) -> desk.candidates(id, PersonQuery.roster()));
        acts.put("check-for", (desk, id) -> desk.check(id, Samples.practice()));
        acts.put("typed", (desk, id) -> desk.workingCopies().find(id));
        acts.put("save-draft", (desk, id) -> desk.saveDraft(id, Samples.practice("Saved")));
        acts.put("keep-typed", (desk, id) -> desk.workingCopies().keep(id, Samples.practice("Typed")));
        acts.put("discard-typed", (desk, id) -> desk.workingCopies().discard(id));
        acts.put("submit-draft", Desk::submitDraft);
        acts.put("revise", (desk, id) -> desk.revise(id, Samples.practice("Revised")));
        acts.put("withdraw", (desk, id) -> desk.withdraw(id, ""));
        acts.put("return", (desk, id) -> desk.returnToSubmitter(id, "Words."));
        acts.put("decline", (desk, id) -> desk.decline(id, "Words."));
        acts.put("seat-panel", (desk, id) -> desk.seatPanel(id, World.ids(ULF, NURI)));
        acts.put("fill-seat", (desk, id) -> desk.fillSeat(id, NURI.id()));
        acts.put("replace-seat", (desk, id) -> desk.replaceSeat(id, 1, ULF.id()));
        acts.put("seat-further", (desk, id) -> desk.seatFurther(id, ULF.id()));
        acts.put("close-round", Desk::closeRound);
        acts.put("feature", (desk, id) -> desk.feature(id, World.SENTENCE));
        acts.put("unfeature", Desk::unfeature);
        acts.put("retract", (desk, id) -> desk.retract(id, "Words."));
        acts.put("represent", (desk, id) -> desk.represent(id, "Words."));
        acts.put("accept-seat", Desk::acceptSeat);
        acts.put("decline-seat", (desk, id) -> desk.declineSeat(id, ""));
        acts.put("recuse", (desk, id) -> desk.recuse(id, ""));
        acts.put(
                "review",
                (desk, id) ->
                        desk.review(id, ContentDigest.of(Samples.practice()), ReviewOutcome.APPROVE, Comments.NONE));
        return acts;
    }

    static Map<String, OnHub> onHub() {
        Map<String, OnHub> acts = new LinkedHashMap<>();
        acts.put("search", desk -> desk.search(SearchQuery.everything()));
        acts.put("featured", desk -> desk.featured(null, 10));
        acts.put("suggest", desk -> desk.suggest("sam", List.of(), 10));
        acts.put("check", desk -> desk.check(Samples.practice()));
        acts.put("upload", desk -> desk.upload("a.txt", "", new ByteArrayInputStream("A sample".getBytes(UTF_8))));
        acts.put("save-new", desk -> desk.saveDraft(Samples.practice()));
        acts.put("submit-new", desk -> desk.submit(Samples.practice()));
        acts.put("start-on-behalf", desk -> desk.startOnBehalf(Samples.CLEO.id(), Samples.practice(), "Words."));
        acts.put("my-submissions", desk -> desk.mySubmissions(SubmissionQuery.all()));
        acts.put("my-typed", desk -> desk.workingCopies().own(null, 100));
        acts.put("my-reviews", desk -> desk.myReviews(SubmissionQuery.all()));
        acts.put("my-reviewed", desk -> desk.myReviewed(SubmissionQuery.all()));
        acts.put("submissions", desk -> desk.submissions(SubmissionQuery.all()));
        acts.put("add-organisation", desk -> desk.people().addOrganisation("A new body", Sector.UN));
        acts.put("update-organisation", desk -> desk.people().updateOrganisation(CITY));
        acts.put("organisation", desk -> desk.people().organisation(CITY.id()));
        acts.put("organisations", desk -> desk.people().organisations(OrganisationQuery.all()));
        acts.put("register", desk -> desk.people().register("A new person", ""));
        acts.put(
                "add-reviewer",
                desk -> desk.people().addReviewer("A new person", "", CITY.id(), RosterEntry.in(Language.EN)));
        acts.put("update-profile", desk -> desk.people().updateProfile(ULF.id(), new Profile("Ulf", "")));
        acts.put("change-affiliation", desk -> desk.people().changeAffiliation(ULF.id(), CITY.id(), Sector.NON_UN));
        acts.put("add-affiliation", desk -> desk.people().addAffiliation(ULF.id(), CITY.id(), Sector.NON_UN));
        acts.put("end-affiliation", desk -> desk.people().endAffiliation(ULF.id(), FUND.id()));
        acts.put("enrol", desk -> desk.people().enrol(ULF.id(), RosterEntry.in(Language.EN)));
        acts.put("leave-roster", desk -> desk.people().leaveRoster(ULF.id()));
        acts.put("record-roles", desk -> desk.people().recordRoles(ULF.id(), Set.of(Role.EDITOR)));
        acts.put("person", desk -> desk.people().person(ULF.id()));
        acts.put("people", desk -> desk.people().people(PersonQuery.all()));
        acts.put("erase", desk -> desk.people().erase(ULF.id()));
        acts.put(
                "import-items",
                desk -> desk.imports()
                        .items(List.of(new ImportedItem(new SubmissionId("imported"), Samples.practice())), false));
        acts.put(
                "import-organisations",
                desk -> desk.imports()
                        .organisations(List.of(new ImportedOrganisation(
                                new OrganisationId("imported"), "A body", Sector.UN, List.of(), null))));
        acts.put(
                "import-roster",
                desk -> desk.imports()
                        .roster(List.of(new ImportedReviewer(
                                ULF.id(), new Profile("Ulf", ""), CITY.id(), RosterEntry.in(Language.EN)))));
        acts.put("feed", desk -> desk.journal().feed(0, 10));
        acts.put("checkpoint", desk -> desk.journal().checkpoint());
        acts.put("index-state", desk -> desk.index().state());
        acts.put("rebuild-index", desk -> desk.index().rebuild(Runnable::run));
        acts.put("export", desk -> desk.journal().export(new StringBuilder()));
        return acts;
    }
}
