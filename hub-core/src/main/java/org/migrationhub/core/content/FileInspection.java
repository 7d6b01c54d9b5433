package org.migrationhub.core.content;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.RefusedException;

/**
 * Whether a file is what it is said to be: a name that is safe, a type that can be attached, and bytes that look like it.
 * The bytes are looked at as they come, and nothing in them is opened or unpacked.
 *
 * <p>What is looked at is what tells the types apart: the first bytes, in office formats also the names of their parts,
 * which tell macros where the type has none; a plain text is read to its end, as UTF-8. That makes no file harmless: it is
 * handed out as what it is, and nothing but a picture is ever shown.
 *
 * <p>Codes: those of {@link FormRules} for the name and type of an attachment; {@code attachment.empty};
 * {@code attachment.content-mismatch}. Not thread-safe.
 */
public final class FileInspection {

    /** By how many of its first bytes {@link #mayBe} tells a file. */
    public static final int HEAD = 1024;

    private final String mediaType;
    private final @Nullable FileForm form;
    private final PlainText text = new PlainText();
    private final Set<String> found = new HashSet<>();
    private String head = "";
    private String tail = "";
    private boolean empty = true;

    private FileInspection(String mediaType) {
        this.mediaType = mediaType;
        this.form = mediaType.equals("text/plain") ? null : FileForm.of(mediaType);
    }

    /**
     * Begins with what is said of the file.
     *
     * @param name of the file
     * @param declared its media type; the empty text if nothing is said, which leaves it to the name
     * @throws RefusedException with all that is wrong about name and type, by the pointers of an attachment's form
     */
    public static FileInspection of(String name, String declared) {
        String type = declared.isEmpty() ? FileTypes.mediaTypeOf(name).orElse("") : declared.toLowerCase(Locale.ROOT);
        Findings findings = new Findings();
        Malformed.check("/name", name, true, Malformed.MOST_IN_ONE_LINE, findings);
        FileNames.check(name, "/name", findings);
        FileTypes.check(name, type, "", findings);
        findings.orRefuse();
        return new FileInspection(type);
    }

    /** Whether the media type of an attachment is the one that its name means, and can be attached. */
    public static boolean isTypeOfItsName(Attachment file) {
        return FileTypes.mediaTypeOf(file.name())
                .filter(file.mediaType()::equals)
                .isPresent();
    }

    /**
     * Whether bytes that begin like this may be of the type that an attachment says.
     *
     * @param file of a type that can be attached; of any other, nothing is
     * @param beginning the first {@link #HEAD} bytes, or all if there are no more
     */
    public static boolean mayBe(Attachment file, byte[] beginning) {
        return FileTypes.isKnown(file.mediaType())
                && new FileInspection(file.mediaType()).goesOn(beginning, 0, beginning.length);
    }

    /** The media type of the file. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Looks at the next bytes.
     *
     * @throws RefusedException as soon as it is clear that the file is something else
     */
    public void take(byte[] bytes, int from, int length) {
        if (!goesOn(bytes, from, length)) {
            throw mismatch();
        }
    }

    /**
     * Says that there are no more.
     *
     * @throws RefusedException if the file is something else, or empty
     */
    public void end() {
        if (empty) {
            Findings findings = new Findings();
            findings.add("/size", "attachment.empty", "This file is empty.");
            throw findings.refusal();
        }
        if (form == null ? !text.isWhole() : !form.fits(head, found)) {
            throw mismatch();
        }
    }

    private boolean goesOn(byte[] bytes, int from, int length) {
        empty &= length == 0;
        return form == null ? text.goesOn(bytes, from, length) : goesOn(form, bytes, from, length);
    }

    private boolean goesOn(FileForm expected, byte[] bytes, int from, int length) {
        String next = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        if (head.length() < FileForm.HEAD) {
            head = (head + next).substring(0, Math.min(head.length() + length, FileForm.HEAD));
        }
        String seen = tail + next;
        expected.marks().stream().filter(seen::contains).forEach(found::add);
        tail = seen.substring(Math.max(0, seen.length() - FileForm.LONGEST));
        return expected.mayBegin(head);
    }

    private RefusedException mismatch() {
        Findings findings = new Findings();
        findings.add(
                "",
                "attachment.content-mismatch",
                form == null
                        ? "This is no plain text in UTF-8, as the name of the file says; save it anew as such."
                        : "What is in this file isn't of the type " + mediaType
                                + " without macros, as its name says; save it anew under the right name.");
        return findings.refusal();
    }
}
