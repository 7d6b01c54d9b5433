package org.migrationhub.core.content;

import java.util.List;
import org.migrationhub.core.error.Violation;

/**
 * The checks of a form: what an item must and should have before it is submitted for review. All findings come at
 * once, each with the JSON pointer of its place in the {@linkplain ContentCodec#write(ContentItem) JSON form}, a
 * stable code and a sentence that says what to mend.
 *
 * <p>What is required follows the fields of the Hub's published pages and its guidance for submitters. Of the
 * criteria for practices, the date (after December 2018, when the Global Compact was adopted) and the spelling out of
 * acronyms are warnings: published practices break them. The limits of 300 and 3,000 characters for a summary, the 25
 * MB for a file and the types of documents are those of a sister form of the Network; the lower limit is a warning
 * too, since a language may need fewer characters for the same. The other limits are ours.
 *
 * <p>Codes of what must be mended: {@code title.required}, {@code summary.required}, {@code at-a-glance.required},
 * {@code objectives.required}, {@code objectives.repeated}, {@code type.required}, {@code geography.required},
 * {@code place.blank}, {@code period.required}, {@code period.implausible-year}, {@code period.ends-before-start},
 * {@code year.implausible}, {@code implementers.required}, {@code publishers.required},
 * {@code organisation.name-required}, {@code focal-point.required}, {@code summary.too-long},
 * {@code link.url-required}, {@code link.url-invalid}, {@code attachment.type-not-allowed},
 * {@code attachment.type-mismatch}, {@code attachment.empty}, {@code attachment.too-large},
 * {@code attachment.name-repeated}, {@code attachment.description-required}; of what is malformed:
 * {@code text.control-character}, {@code text.line-break}, {@code text.direction-override},
 * {@code text.half-character}, {@code text.not-a-character}, {@code text.too-long}, {@code list.too-long},
 * {@code attachment.name-required}, {@code attachment.name-unsafe}; after a thousand findings
 * {@code form.too-many-findings}. Codes of warnings: {@code title.long}, {@code title.capitals},
 * {@code title.acronym}, {@code summary.short}, {@code principles.none}, {@code period.not-started},
 * {@code period.ended-before-compact}, {@code period.may-have-ended-before-compact}, {@code link.label-missing}.
 *
 * <p>Whether what an item refers to is known is not asked here: see {@code Desk}, which adds
 * {@code organisation.unknown}, {@code person.unknown}, {@code attachment.unknown} and
 * {@code attachment.content-mismatch}.
 *
 * <p>Characters are counted as Unicode code points. Stateless and thread-safe.
 */
public final class FormRules {

    private FormRules() {}

    /**
     * Checks whether an item can be submitted. First comes what is malformed, then what is missing, then what is
     * wrong; each in the order of the form.
     *
     * @param item the item
     * @param submitting for whom it is submitted, and in which year
     */
    public static FormReport check(ContentItem item, Submitting submitting) {
        Findings violations = new Findings();
        Findings warnings = new Findings();
        Malformed.check(ContentCodec.write(item), violations);
        Incomplete.check(item, submitting, violations);
        Unsound.check(item, submitting, violations);
        Doubtful.check(item, submitting, warnings);
        return new FormReport(violations.list(), warnings.list());
    }

    /**
     * Finds what not even a draft may hold: control characters, half surrogate pairs, characters that override the
     * direction of writing, line breaks in fields of one line, texts and lists beyond hard limits, and file names that
     * are no safe base names. Every script, emoji, joiner and combining mark is welcome.
     *
     * @return what was found, in the order of the form; empty if the item can be kept
     */
    public static List<Violation> malformed(ContentItem item) {
        Findings findings = new Findings();
        Malformed.check(ContentCodec.write(item), findings);
        return findings.list();
    }

    /**
     * Finds what a text of many lines beside an item, such as a reviewer's comment, may not hold.
     *
     * @param pointer where the text stands in what the caller handed in
     * @param text the text
     * @param most how many characters it may have
     * @return what was found; empty if the text can be kept
     */
    public static List<Violation> malformedText(String pointer, String text, int most) {
        Findings findings = new Findings();
        Malformed.check(pointer, text, false, most, findings);
        return findings.list();
    }

    /**
     * Finds what is wrong with a name beside an item, such as a person's: it needs something to see, on one line, of at
     * most 300 characters.
     *
     * @param pointer where the name stands in what the caller handed in
     * @param name the name
     * @return what was found; empty if the name can be kept
     */
    public static List<Violation> malformedName(String pointer, String name) {
        Findings findings = new Findings();
        findings.addIf(!Wording.isVisible(name), pointer, "name.required", "Give a name.");
        Malformed.check(pointer, name, true, Malformed.MOST_IN_ONE_LINE, findings);
        return findings.list();
    }

    /**
     * Finds what is wrong with an editor's sentence beside an item: it needs something to see, on one line, of at most 300
     * characters, and is one sentence.
     *
     * @param pointer where the sentence stands in what the caller handed in
     * @param text the sentence
     * @return what was found; empty if the sentence can be kept
     */
    public static List<Violation> malformedSentence(String pointer, String text) {
        Findings findings = new Findings();
        findings.addIf(!Wording.isVisible(text), pointer, "sentence.required", "Write the sentence.");
        findings.addIf(Sentence.areSeveral(text), pointer, "sentence.several", "Say it in one sentence.");
        Malformed.check(pointer, text, true, Malformed.MOST_IN_ONE_LINE, findings);
        return findings.list();
    }

    /** Whether a text holds nothing that can be seen: white space of any script and characters without width say nothing. */
    public static boolean saysNothing(String text) {
        return !Wording.isVisible(text);
    }
}
