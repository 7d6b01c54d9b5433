package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionEvent;

/** Holds {@code JOURNAL-FORMAT.md} to the code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalFormatTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private String page = "";

    @BeforeAll
    void read() throws IOException {
        page = Files.readString(Path.of("JOURNAL-FORMAT.md"));
    }

    @Test
    void theExampleIsASoundJournal() {
        List<String> lines = example();
        Verification found = new JournalVerifier().verify(lines.stream());
        assertThat(found.fault()).isEmpty();
        assertThat(found.entries()).isEqualTo(5);
        assertThat(found.chains()).isEqualTo(3);
        assertThat(found.checkpoints()).isEqualTo(1);
        assertThat(found.unpinned()).isEqualTo(1);
        assertThat(page).contains("keep elsewhere is `" + found.checkpoint().hash() + "`");
    }

    @Test
    void everyFieldOfAnEntryIsDescribed() {
        Map<String, String> rows = rows("| field | value |", Function.identity());
        Set<String> always = fields(example().get(0));
        Set<String> everything = new TreeSet<>(always);
        everything.add("behalf");
        assertThat(fields(onBehalf())).isEqualTo(everything);
        assertThat(rows.keySet()).isEqualTo(everything);
        assertThat(page).contains("| *`behalf`* |");
    }

    @Test
    void everyFieldOfEveryEventIsDescribed() {
        Map<String, Set<String>> rows = rows("| type | further fields |", JournalFormatTest::codes);
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        EventCodec.forms().forEach(form -> forms.put(form.type(), fields(form)));
        assertThat(rows).isEqualTo(forms);
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertThat(JournalVerifier.LONGEST_LINE).isEqualTo(16 * 1024 * 1024);
        assertThat(page).contains("at most 16 MiB");
        assertThat(Chains.REMEMBERED).isEqualTo(10_000);
        assertThat(page).contains("at most 10 000");
        assertThat(page).contains("`" + EntryCodec.FORMAT + "`");
    }

    private static String onBehalf() {
        Entry entry = Entry.next(
                        ChainHead.empty(new ChainId("submission/s")),
                        Actor.secretariat(new PersonId("sam")),
                        new PersonId("ana"),
                        SampleJournal.BEGIN,
                        List.of(new SubmissionEvent.Withdrawn(null)))
                .get(0);
        return EntryCodec.line(new FeedEntry(1, entry));
    }

    private List<String> example() {
        String block = page.substring(page.indexOf("```jsonl\n") + "```jsonl\n".length());
        return block.substring(0, block.indexOf("```")).lines().toList();
    }

    private static Set<String> fields(String line) {
        return new TreeSet<>(
                CanonicalJson.parseObject(line.getBytes(StandardCharsets.UTF_8)).keySet());
    }

    private static Set<String> fields(EventForm<?> form) {
        Map<String, Object> tree = FieldWriter.object(RandomEvents.full(1).event(form.event()), EventCodec::write);
        Set<String> fields = new TreeSet<>(tree.keySet());
        fields.remove("type");
        return fields;
    }

    /** The rows of the table with this head: the code in the first column, and what is made of the second. */
    private <T> Map<String, T> rows(String head, Function<String, T> second) {
        String table = page.substring(page.indexOf(head));
        return Arrays.stream(table.substring(0, table.indexOf("\n\n")).split("\n"))
                .skip(2)
                .map(row -> row.split("\\|", -1))
                .collect(Collectors.toMap(cells -> codes(cells[1]).iterator().next(), cells -> second.apply(cells[2])));
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
