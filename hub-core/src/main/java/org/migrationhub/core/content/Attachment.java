package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * A file that belongs to an item. The bytes live elsewhere and are found by their digest, so that what reviewers
 * approve covers them.
 *
 * @param name the name to offer for download, without any path
 * @param mediaType such as {@code application/pdf}, in lower case and without parameters
 * @param size in bytes
 * @param sha256 of the bytes
 * @param language the language of the file, or null if it has none or several
 * @param description one line about the file; of an image the text that stands for it (its alternative text); the
 *     empty text if not given
 */
public record Attachment(
        String name,
        String mediaType,
        long size,
        Sha256 sha256,
        @Nullable Language language,
        String description) {

    /** How many bytes a file may have: 25 MB, read as most systems for uploads do, 25 times 1,024 times 1,024. */
    public static final long MOST_BYTES = 25L * 1024 * 1024;

    /** How many files an item may have. */
    public static final int MOST_OF_AN_ITEM = 20;

    /**
     * Refuses null except for the language.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Attachment {
        requireNonNull(name, "name");
        requireNonNull(mediaType, "mediaType");
        requireNonNull(sha256, "sha256");
        requireNonNull(description, "description");
        if (size < 0) {
            throw new IllegalArgumentException("a file of " + size + " bytes");
        }
    }

    /** Describes a file by its bytes, without language and description. */
    public static Attachment of(String name, String mediaType, byte[] bytes) {
        return new Attachment(name, mediaType, bytes.length, Sha256.of(bytes), null, "");
    }

    /** Whether it is a picture, which a page can show. */
    public boolean isImage() {
        return FileTypes.isImage(mediaType);
    }

    /** The same file with another description. */
    public Attachment describedAs(String description) {
        return new Attachment(name, mediaType, size, sha256, language, description);
    }

    /** The same file, said to be in a language. */
    public Attachment in(Language language) {
        return new Attachment(name, mediaType, size, sha256, language, description);
    }
}
