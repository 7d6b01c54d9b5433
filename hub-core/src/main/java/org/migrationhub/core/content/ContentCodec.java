package org.migrationhub.core.content;

import java.util.Map;
import org.migrationhub.core.error.RefusedException;

/**
 * The one JSON form of an item, for API, storage, export and digest alike, as a tree of {@code Map<String, Object>},
 * {@code List<Object>}, {@link String}, {@link Long} and {@link Boolean}. {@code CANONICAL-FORM.md} lists its fields.
 * Stateless and thread-safe.
 */
public final class ContentCodec {

    private ContentCodec() {}

    /**
     * Writes an item, complete or not. What is empty is left out; sets are sorted by code; lists keep their order;
     * texts stay as they are. The tree can't be changed.
     */
    public static Map<String, Object> write(ContentItem item) {
        return ItemWriter.write(item);
    }

    /** Writes an attachment as it stands in the form of an item. The tree can't be changed. */
    public static Map<String, Object> write(Attachment attachment) {
        return ItemWriter.write(attachment);
    }

    /**
     * Reads what {@link #write(ContentItem)} writes: reading after writing gives an equal item. Accepted beyond that
     * are any order of fields and of set elements, repeated set elements, empty values for what could be left out,
     * language tags in another case, and {@link Integer} for {@link Long}.
     *
     * <p>Only the form is judged here, not whether the item is complete or sensible: that is what {@link FormRules}
     * does.
     *
     * @throws RefusedException with everything that is wrong, each by its JSON pointer: {@code field.unknown},
     *     {@code field.required}, {@code field.type}, {@code field.null}, {@code code.unknown}, {@code number.range},
     *     {@code language.repeated}. Of an item of no known kind only what both kinds have is judged
     */
    public static ContentItem read(Map<String, ?> tree) {
        return new ItemReader(tree).read();
    }
}
