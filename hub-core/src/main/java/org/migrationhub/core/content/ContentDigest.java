package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What identifies the content of an item: the SHA-256 of its canonical bytes, as {@code CANONICAL-FORM.md} specifies.
 * Two items have the same digest exactly if they say the same in every field, language variant and attachment, whatever
 * the order of fields and of set elements, the Unicode normalisation and the platform's line ends. A review is bound to
 * it.
 *
 * @param sha256 of the canonical bytes
 */
public record ContentDigest(Sha256 sha256) {

    /** The name and version of the canonical form; part of what is digested. */
    public static final String FORMAT = "migration-hub-content/1";

    private static final String PREFIX = "sha256:";

    /** Refuses null. */
    public ContentDigest {
        requireNonNull(sha256, "sha256");
    }

    /**
     * The digest of an item.
     *
     * @throws IllegalArgumentException if a text of it holds half a surrogate pair, which has no form in UTF-8;
     *     {@link FormRules#malformed(ContentItem)} finds that
     */
    public static ContentDigest of(ContentItem item) {
        return new ContentDigest(Sha256.of(canonicalBytes(item)));
    }

    /**
     * The bytes that are digested: canonical JSON of the format's name and the item.
     *
     * @throws IllegalArgumentException as {@link #of(ContentItem)}
     */
    public static byte[] canonicalBytes(ContentItem item) {
        return CanonicalJson.bytes(Map.of("format", FORMAT, "item", ContentCodec.write(item)));
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ContentDigest parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a content digest: \"" + text + "\""));
    }

    /** Reads what {@link #toString()} writes; empty if the text is anything else. */
    public static Optional<ContentDigest> find(String text) {
        return text.startsWith(PREFIX)
                ? Sha256.find(text.substring(PREFIX.length())).map(ContentDigest::new)
                : Optional.empty();
    }

    /** {@code sha256:} and 64 hexadecimal digits in lower case. */
    @Override
    public String toString() {
        return PREFIX + sha256.hex();
    }
}
