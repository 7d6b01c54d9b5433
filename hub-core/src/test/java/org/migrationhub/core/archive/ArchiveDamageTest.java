package org.migrationhub.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Comments;
import org.migrationhub.core.World;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.SubmissionQuery;

/** An archive that is not what a hub wrote is refused, with the place; and leaves the storage as it was. */
class ArchiveDamageTest {

    @TempDir
    private Path folder;

    private final World world = World.empty(parts -> parts);
    private SubmissionId id;

    /** A small hub: a round that was judged, with a note and a checkpoint, and a second submission after it. */
    @BeforeEach
    void aSmallHub() {
        List.of(Samples.AGENCY, Samples.UNIVERSITY, Samples.ASSOCIATION, Samples.MINISTRY)
                .forEach(world::add);
        List.of(Samples.ANA, Samples.UMA, Samples.NOEL, Samples.NINA).forEach(world::add);
        id = world.inReview(Samples.practice("Peer-reviewed"));
        world.approve(id, Samples.UMA, Samples.NOEL);
        world.review(id, Samples.NINA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter("Say more."));
        world.ada().journal().checkpoint();
        world.submit(Samples.practice("Another one"));
    }

    /**
     * Even when the seal is forged, and by its line. Only what no chain vouches for can be changed by whoever does so: names
     * and addresses, and positions; and that the seal finds.
     */
    @Test
    void anyByteThatIsFlippedIsFound() throws IOException {
        Archive archive = archive();
        List<String> lines = archive.lines();
        byte[] hub = archive.hub();
        int[] lineOf = new int[hub.length];
        for (int at = 1; at < hub.length; at++) {
            lineOf[at] = lineOf[at - 1] + (hub[at - 1] == '\n' ? 1 : 0);
        }
        IntStream.range(0, hub.length).parallel().forEach(at -> {
            String before = lines.get(lineOf[at]);
            Archive forged = archive.with(ArchiveFiles.HUB, flipped(hub, at)).resealed();
            ArchiveDamagedException damage = damage(forged);
            if (damage == null) {
                assertHarmless(before, forged.lines().get(lineOf[at]));
                assertThat(damage(archive.with(ArchiveFiles.HUB, flipped(hub, at))))
                        .as("byte %d", at)
                        .isNotNull();
            } else if (!isPosition(before, forged.lines(), lineOf[at])) {
                assertThat(damage.place().line())
                        .as("%s: %s", before, damage.getMessage())
                        .isBetween((long) lineOf[at], HubLines.isHeader(before) ? lines.size() : lineOf[at] + 2L);
            }
        });
    }

    @Test
    void aFlippedByteIsNamedByItsEntry() throws IOException {
        Archive archive = archive();
        int line = line(archive, "\"type\":\"judged\"");

        ArchiveDamagedException damage = require(archive.forged(
                lines -> lines.set(line - 1, lines.get(line - 1).replace("changes-requested", "declined"))));

        Entry judged = EntryCodec.read(archive.lines().get(line - 1)).entry();
        assertThat(damage.place())
                .isEqualTo(new ArchivePlace(
                        "hub.jsonl",
                        line,
                        judged.chain(),
                        judged.sequence(),
                        EntryCodec.read(archive.lines().get(line - 1)).position()));
        assertThat(damage)
                .hasMessage(
                        "The archive is damaged in hub.jsonl, line %d, entry %d of submission/%s (position %d): its hash is not that of what it says."
                                .formatted(
                                        line,
                                        judged.sequence(),
                                        id.value(),
                                        damage.place().position()));
    }

    @Test
    void everyLineThatIsRemovedIsMissedUnlessNothingEverKnewOfIt() throws IOException {
        Archive archive = archive();
        for (int line = 1; line <= archive.lines().size(); line++) {
            int index = line - 1;
            ArchiveDamagedException damage = damage(archive.forged(lines -> lines.remove(index)));
            if (damage == null) {
                assertThat(isLastOfUnpinnedChain(archive, line))
                        .as("line %d", line)
                        .isTrue();
            }
        }
    }

    @Test
    void everyLineThatStandsTwiceIsFound() throws IOException {
        Archive archive = archive();
        for (int line = 1; line <= archive.lines().size(); line++) {
            int index = line - 1;
            assertThat(damage(archive.forged(lines -> lines.add(index, lines.get(index)))))
                    .as("line %d", line)
                    .isNotNull();
        }
    }

    @Test
    void anyTwoLinesThatAreSwappedAreFound() throws IOException {
        Archive archive = archive();
        int number = archive.lines().size();
        for (int one = 0; one < number; one++) {
            for (int other = one + 1; other < number; other += 7) {
                int here = one;
                int there = other;
                assertThat(damage(archive.forged(lines -> Collections.swap(lines, here, there))))
                        .as("lines %d and %d", one + 1, other + 1)
                        .isNotNull();
            }
        }
    }

    @Test
    void everyCutIsFound() throws IOException {
        byte[] zipped = archive().zipped();
        int end = endOfSeal(zipped);
        for (int length = 0; length < end; length += 11) {
            byte[] cut = Arrays.copyOf(zipped, length);
            assertThatExceptionOfType(ArchiveDamagedException.class)
                    .as("the first %d bytes", length)
                    .isThrownBy(() -> HubArchive.verify(new ByteArrayInputStream(cut), Policies.presets()));
        }
    }

    @Test
    void whatIsNoArchiveIsNone() throws IOException {
        byte[] text = "no archive at all".getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(ArchiveDamagedException.class)
                .isThrownBy(() -> HubArchive.verify(new ByteArrayInputStream(text), Policies.presets()));
        Archive archive = archive();
        assertDamaged(archive.without("manifest.json"), "manifest.json", "stands in its place");
        assertDamaged(
                archive.with("manifest.json", "{\"format\":\"migration-hub-archive/2\"}\n"),
                "manifest.json",
                "migration-hub-archive/1");
        assertDamaged(archive.with("manifest.json", "x".repeat(9_999)), "manifest.json", "longer than it can be");
        assertDamaged(archive.without("seal.json"), "seal.json", "cut off");
        assertDamaged(archive.with("more.json", "{}\n"), "more.json", "after the seal");
        assertDamaged(archive.without("seal.json").with("readme.txt", "?"), "readme.txt", "no such file");
    }

    @Test
    void anAttachmentOfWhichNoContentSpeaksIsRefused() throws IOException {
        Archive archive = archive();
        byte[] seal = archive.files().get("seal.json");
        String name = "attachments/" + "0".repeat(64);

        assertDamaged(
                archive.without("seal.json").with(name, "?").with("seal.json", seal), name, "no content refers to it");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItIsHeld() throws IOException {
        byte[] bomb = new byte[40 << 20];
        Arrays.fill(bomb, (byte) ' ');

        assertDamaged(archive().with("hub.jsonl", bomb), "hub.jsonl", "longer than");
    }

    @Test
    void anAffiliationThatIsForgedWithItsWholeChainIsRefusedByTheCheckpoint() throws IOException {
        Archive archive = archive();

        ArchiveDamagedException damage = require(rewritten(
                archive,
                "person/noel",
                event -> event instanceof PersonEvent.AffiliationRecorded recorded
                        ? new PersonEvent.AffiliationRecorded(
                                new Affiliation(
                                        recorded.affiliation().organisation(),
                                        Sector.UN,
                                        recorded.affiliation().from(),
                                        null),
                                recorded.beside())
                        : event));

        assertThat(damage.place().chain()).hasToString("person/noel");
        assertThat(damage.reason()).isEqualTo("checkpoint 1, which covers it, says otherwise");
    }

    @Test
    void aVerdictThatIsForgedWithItsWholeChainIsJudgedAgain() throws IOException {
        Archive archive = archive().forged(lines -> lines.removeIf(line -> line.contains("checkpoints")));
        assertThat(damage(archive)).isNull();

        ArchiveDamagedException damage = require(rewritten(
                archive,
                "submission/" + id.value(),
                event -> event instanceof SubmissionEvent.Judged judged
                        ? new SubmissionEvent.Judged(
                                judged.round(),
                                judged.policy(),
                                judged.digest(),
                                VerdictOutcome.APPROVED,
                                List.of(1, 2, 3))
                        : event));

        assertThat(damage.reason()).contains("Judged does not follow");
        assertThat(archive.lines().get((int) damage.place().line() - 1)).contains("\"type\":\"judged\"");
    }

    @Test
    void aReviewThatIsForgedWithItsWholeChainIsNotByWhoSitsThere() throws IOException {
        Archive archive = archive().forged(lines -> lines.removeIf(line -> line.contains("checkpoints")));
        Actor sam = Actor.secretariat(Samples.SAM.id());

        ArchiveDamagedException damage = require(rewritten(
                archive,
                "submission/" + id.value(),
                entry -> entry.event() instanceof SubmissionEvent.Reviewed ? sam : entry.actor(),
                event -> event));

        assertThat(damage.reason()).contains("where its actor doesn't sit");
        assertThat(archive.lines().get((int) damage.place().line() - 1)).contains("\"type\":\"reviewed\"");
    }

    @Test
    void aChainThatIsRemovedWholeIsMissedByTheCheckpoint() throws IOException {
        Archive archive = archive();
        for (String chain : List.of("organisation/", "person/uma", "submission/" + id.value())) {
            ArchiveDamagedException damage = require(archive.forged(lines -> removeChains(lines, chain)));
            assertThat(damage.place().chain().value()).startsWith(chain);
        }
    }

    @Test
    void aPersonWhoWasErasedCantBeGivenANameAgain() throws IOException {
        world.ada().people().erase(Samples.NINA.id());
        Archive archive = Archive.of(world.storage());
        int line = line(archive, "{\"chain\":\"person/nina\"}");

        assertThat(require(archive.forged(lines -> lines.set(
                                line - 1,
                                "{\"chain\":\"person/nina\",\"profile\":{\"email\":\"\",\"name\":\"Nina Sample\"}}")))
                        .reason())
                .isEqualTo("there is a profile, which was erased");
    }

    @Test
    void aPersonCantBeErasedWithoutAnEntryThatSaysSo() throws IOException {
        Archive archive = archive();
        int header = line(archive, "{\"chain\":\"person/nina\"");

        assertThat(require(archive.forged(lines -> lines.set(header - 1, "{\"chain\":\"person/nina\"}")))
                        .reason())
                .isEqualTo("there is no profile, and it wasn't erased");
    }

    @Test
    void aNoteCantBeLeftOutWhileItsAuthorIsThere() throws IOException {
        Archive archive = archive();
        int note = line(archive, "{\"note\":{\"author\":\"nina\"");

        ArchiveDamagedException damage = require(archive.forged(lines -> lines.remove(note - 1)));

        assertThat(damage.reason()).startsWith("the note that it names isn't there");
        assertThat(archive.lines().get((int) damage.place().line())).contains("\"type\":\"reviewed\"");
    }

    @Test
    void aDraftOfWhomWasErasedCantBePutBack() throws IOException {
        world.ana().saveDraft(Samples.practice("Drafted"));
        String content = archive().lines().stream()
                .filter(line -> line.startsWith("{\"content\"") && line.contains("\"title\":\"Drafted\""))
                .findFirst()
                .orElseThrow();
        world.keeper().erase(Samples.ANA.id());
        Archive archive = archive();
        List<String> lines = archive.lines();
        String id =
                world.storage().submissions(SubmissionQuery.all()).get(0).id().value();
        int header = line(archive, "{\"chain\":\"submission/" + id + "\"");

        assertThat(lines).doesNotContain(content);
        assertThat(require(archive.forged(all -> all.add(header, content))).reason())
                .isEqualTo("it was never handed in, and its submitter's data was erased");
    }

    @Test
    void contentInAnotherFormThanElsewhereIsRefused() throws IOException {
        world.submit(Samples.practice("Métier"));
        world.submit(Samples.practice("Métier"));
        Archive archive = archive();
        assertThat(damage(archive)).isNull();
        int last = archive.lines().lastIndexOf(archive.lines().get(line(archive, "Métier") - 1));

        ArchiveDamagedException damage =
                require(archive.forged(lines -> lines.set(last, lines.get(last).replace("Métier", "Me\u0301tier"))));

        assertThat(damage.reason()).startsWith("another submission has the same content in another form");
        assertThat(damage.place().line()).isEqualTo(last + 1);
    }

    @Test
    void aDamagedArchiveLeavesNothing() throws IOException {
        HubStorage storage = new InMemoryStorage();
        Archive archive = archive();
        List<Archive> damaged = List.of(
                archive.with("seal.json", "{}\n"),
                archive.without("seal.json"),
                archive.with("hub.jsonl", flipped(archive.hub(), archive.hub().length - 99)));
        for (Archive one : damaged) {
            assertThatExceptionOfType(ArchiveDamagedException.class).isThrownBy(() -> one.readInto(storage, folder));
            assertThat(storage.end()).isZero();
            assertThat(storage.chains(null, 9)).isEmpty();
        }
        archive.readInto(storage, folder);
        assertThat(storage.end()).isEqualTo(world.storage().end());
    }

    private Archive archive() throws IOException {
        return Archive.of(world.storage());
    }

    private static @Nullable ArchiveDamagedException damage(Archive archive) {
        try {
            archive.verify();
            return null;
        } catch (ArchiveDamagedException e) {
            return e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchiveDamagedException require(Archive archive) {
        ArchiveDamagedException damage = damage(archive);
        assertThat(damage).isNotNull();
        return damage;
    }

    private static void assertDamaged(Archive archive, String file, String reason) {
        ArchiveDamagedException damage = require(archive);
        assertThat(damage.place().file()).isEqualTo(file);
        assertThat(damage.reason()).contains(reason);
    }

    private static void assertHarmless(String before, String after) {
        boolean isProfile = before.startsWith("{\"chain\":\"person/")
                && after.substring(0, after.indexOf(',')).equals(before.substring(0, before.indexOf(',')));
        assertThat(isProfile || withoutPosition(before).equals(withoutPosition(after)))
                .as("%s became %s", before, after)
                .isTrue();
    }

    private static boolean isPosition(String before, List<String> after, int line) {
        return line < after.size()
                && before.contains("\"position\":")
                && withoutPosition(before).equals(withoutPosition(after.get(line)));
    }

    private static String withoutPosition(String line) {
        return line.replaceAll(",\"position\":[0-9]+,\"previous\"", ",\"previous\"");
    }

    /** With these events instead, in a chain that is made anew to the end. */
    private static Archive rewritten(Archive archive, String chain, UnaryOperator<HubEvent> change) {
        return rewritten(archive, chain, Entry::actor, change);
    }

    /** The same, by these actors. */
    private static Archive rewritten(
            Archive archive, String chain, Function<Entry, Actor> by, UnaryOperator<HubEvent> change) {
        return archive.forged(lines -> {
            ChainHead head = null;
            for (int index = 0; index < lines.size(); index++) {
                if (lines.get(index).contains("\"chain\":\"" + chain + "\",\"event\"")) {
                    FeedEntry old = EntryCodec.read(lines.get(index));
                    Entry entry = old.entry();
                    ChainHead before = head == null ? ChainHead.empty(entry.chain()) : head;
                    Entry next = Entry.next(before, by.apply(entry), entry.at(), List.of(change.apply(entry.event())))
                            .get(0);
                    lines.set(index, EntryCodec.line(new FeedEntry(old.position(), next)));
                    head = next.head();
                }
            }
        });
    }

    private static void removeChains(List<String> lines, String chain) {
        boolean isRemoved = false;
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            isRemoved = HubLines.isHeader(line) ? line.startsWith("{\"chain\":\"" + chain) : isRemoved;
            if (!isRemoved) {
                kept.add(line);
            }
        }
        lines.clear();
        lines.addAll(kept);
    }

    private static boolean isLastOfUnpinnedChain(Archive archive, int line) {
        List<String> lines = archive.lines();
        boolean isLast = line == lines.size() || HubLines.isHeader(lines.get(line));
        return isLast && EntryCodec.read(lines.get(line - 1)).position() > positionOfCheckpoint(lines);
    }

    private static long positionOfCheckpoint(List<String> lines) {
        return EntryCodec.read(lines.get(1)).position();
    }

    private static int line(Archive archive, String part) {
        List<String> lines = archive.lines();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).contains(part)) {
                return index + 1;
            }
        }
        throw new IllegalArgumentException("No line has " + part);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 1;
        return copy;
    }

    /** Where the directory of the ZIP format begins, which says nothing new. */
    private static int endOfSeal(byte[] zipped) {
        for (int at = 0; at < zipped.length - 3; at++) {
            if (zipped[at] == 'P' && zipped[at + 1] == 'K' && zipped[at + 2] == 1 && zipped[at + 3] == 2) {
                return at;
            }
        }
        throw new IllegalArgumentException("no ZIP");
    }
}
