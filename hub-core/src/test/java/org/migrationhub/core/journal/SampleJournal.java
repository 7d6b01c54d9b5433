package org.migrationhub.core.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/** A journal in the making, and the ones that the tests spoil. Not thread-safe. */
final class SampleJournal {

    static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678901Z");
    static final PersonId SUBMITTER = new PersonId("submitter");

    private static final PersonId SECRETARY = new PersonId("secretary");
    static final ChainId ORGANISATION = ChainId.of(new OrganisationId("iom"));
    static final ChainId FIRST = ChainId.of(new SubmissionId("first"));
    static final ChainId SECOND = ChainId.of(new SubmissionId("second"));

    private static final OrganisationId IOM = new OrganisationId("iom");
    private static final OrganisationId CITY = new OrganisationId("city");
    private static final List<PersonId> PEOPLE =
            List.of(new PersonId("p1"), new PersonId("p2"), new PersonId("p3"), new PersonId("p4"));

    private final List<FeedEntry> entries = new ArrayList<>();
    private final Map<ChainId, ChainHead> heads = new LinkedHashMap<>();
    private final SortedMap<ChainId, ChainHead> grown = new TreeMap<>();
    private final long step;

    private SampleJournal(long step) {
        this.step = step;
    }

    /** An empty journal whose positions are 1, 2, 3 and so on. */
    static SampleJournal empty() {
        return new SampleJournal(1);
    }

    /** An empty journal whose positions are 10, 20, 30 and so on: room for what a test puts in. */
    static SampleJournal roomy() {
        return new SampleJournal(10);
    }

    /** Two submissions on their way among organisations and people; four checkpoints, something after the last. */
    SampleJournal filled() {
        organisation(IOM, Sector.UN);
        organisation(CITY, Sector.NON_UN);
        PEOPLE.forEach(this::reviewer);
        checkpoint();
        started(FIRST, "a");
        checkpoint();
        started(SECOND, "b");
        roundOpened(FIRST);
        add(SECOND, new SubmissionEvent.Returned(sha("why")));
        accepted(FIRST, 1);
        accepted(FIRST, 2);
        checkpoint();
        add(SECOND, new SubmissionEvent.DraftSaved(digest("c")));
        accepted(FIRST, 3);
        reviewed(FIRST, "a", 2);
        add(SECOND, new SubmissionEvent.RevisionSubmitted(2, digest("c"), sha("disclosed")));
        reviewed(FIRST, "a", 1);
        reviewed(FIRST, "a", 3);
        add(FIRST, judged("a"));
        add(person(4), new PersonEvent.Erased());
        checkpoint();
        add(FIRST, new SubmissionEvent.Retracted(sha("tombstone")));
        add(SECOND, new SubmissionEvent.Withdrawn(null));
        return this;
    }

    /** A dozen entries: two chains, two checkpoints. */
    SampleJournal brief() {
        organisation(IOM, Sector.UN);
        started(FIRST, "a");
        add(ORGANISATION, recorded(IOM, Sector.UN, "OIM"));
        checkpoint();
        add(FIRST, new SubmissionEvent.Returned(sha("why")));
        add(ORGANISATION, recorded(IOM, Sector.UN, "МОМ"));
        checkpoint();
        add(FIRST, new SubmissionEvent.DraftSaved(digest("b")));
        add(FIRST, new SubmissionEvent.Withdrawn(null));
        return this;
    }

    SampleJournal add(ChainId chain, HubEvent... events) {
        Instant at = BEGIN.plusSeconds(entries.size());
        for (HubEvent event : events) {
            Entry.next(head(chain), actor(event), at, List.of(event)).forEach(this::add);
        }
        return this;
    }

    private static Actor actor(HubEvent event) {
        if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            return Actor.reviewer(PEOPLE.get(accepted.seat() - 1));
        }
        if (event instanceof SubmissionEvent.Reviewed reviewed) {
            return Actor.reviewer(PEOPLE.get(reviewed.seat() - 1));
        }
        boolean isOfSubmitter = event instanceof SubmissionEvent.Started
                || event instanceof SubmissionEvent.DraftSaved
                || event instanceof SubmissionEvent.RevisionSubmitted
                || event instanceof SubmissionEvent.Withdrawn;
        return isOfSubmitter ? Actor.contributor(SUBMITTER) : Actor.secretariat(SECRETARY);
    }

    /** A checkpoint of all that has grown. */
    SampleJournal checkpoint() {
        return checkpoint(new TreeMap<>(grown));
    }

    /** A checkpoint of these heads, right or wrong. */
    SampleJournal checkpoint(SortedMap<ChainId, ChainHead> pinned) {
        return add(ChainId.CHECKPOINTS, new Checkpoint(position(), pinned));
    }

    SampleJournal started(ChainId chain, String content) {
        return add(
                chain,
                new SubmissionEvent.Started(Kind.PRACTICE, SUBMITTER, new TreeSet<>(), ReviewPolicy.GCM_2022.ref()),
                new SubmissionEvent.DraftSaved(digest(content)),
                new SubmissionEvent.RevisionSubmitted(1, digest(content), sha("disclosed")));
    }

    /** Saves a draft: the plainest way to make a chain longer. */
    SampleJournal saved(ChainId chain, String content) {
        return add(chain, new SubmissionEvent.DraftSaved(digest(content)));
    }

    List<FeedEntry> entries() {
        return entries;
    }

    List<String> lines() {
        return entries.stream().map(EntryCodec::line).toList();
    }

    ChainHead head(ChainId chain) {
        return heads.getOrDefault(chain, ChainHead.empty(chain));
    }

    long position() {
        return entries.size() * step;
    }

    static SubmissionEvent judged(String content) {
        return new SubmissionEvent.Judged(
                1, ReviewPolicy.GCM_2022.ref(), digest(content), VerdictOutcome.APPROVED, List.of(1, 2, 3));
    }

    static ChainId person(int number) {
        return ChainId.of(PEOPLE.get(number - 1));
    }

    static Sha256 sha(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ContentDigest digest(String text) {
        return new ContentDigest(sha(text));
    }

    /** The same entry with the hash that its fields make. */
    static Entry sealed(Entry entry) {
        return new Entry(
                entry.chain(),
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.behalf(),
                entry.event(),
                entry.previous(),
                EntryCodec.hash(entry));
    }

    private void add(Entry entry) {
        heads.put(entry.chain(), entry.head());
        entries.add(new FeedEntry(position() + step, entry));
        if (entry.event() instanceof Checkpoint checkpoint) {
            checkpoint.heads().values().forEach(pinned -> grown.values().remove(pinned));
        } else {
            grown.put(entry.chain(), entry.head());
        }
    }

    private void organisation(OrganisationId id, Sector sector) {
        add(ChainId.of(id), recorded(id, sector, "alias"));
    }

    private static HubEvent recorded(OrganisationId id, Sector sector, String alias) {
        return new OrganisationEvent.Recorded(
                new Organisation(id, "Name of " + id, new TreeSet<>(List.of(alias)), sector, null));
    }

    private void reviewer(PersonId person) {
        OrganisationId employer = person.equals(PEOPLE.get(0)) ? IOM : CITY;
        Sector sector = employer.equals(IOM) ? Sector.UN : Sector.NON_UN;
        add(
                ChainId.of(person),
                new PersonEvent.Registered(),
                new PersonEvent.AffiliationRecorded(new Affiliation(employer, sector, BEGIN, null), false),
                new PersonEvent.RosterChanged(RosterEntry.in(Language.EN).expertIn(Objective.DATA)));
    }

    private void roundOpened(ChainId chain) {
        List<Seating> seats =
                List.of(seat(1, IOM, Sector.UN), seat(2, CITY, Sector.NON_UN), seat(3, CITY, Sector.NON_UN));
        add(chain, new SubmissionEvent.RoundOpened(1, 1, seats));
    }

    private static Seating seat(int number, OrganisationId organisation, Sector sector) {
        return new Seating(
                number,
                PEOPLE.get(number - 1),
                sector,
                new TreeSet<>(List.of(organisation)),
                BEGIN.plus(Duration.ofDays(21)),
                false,
                false);
    }

    private void accepted(ChainId chain, int seat) {
        add(chain, new SubmissionEvent.SeatAccepted(1, seat));
    }

    private void reviewed(ChainId chain, String content, int seat) {
        add(chain, new SubmissionEvent.Reviewed(1, seat, digest(content), ReviewOutcome.APPROVE, sha("note " + seat)));
    }
}
