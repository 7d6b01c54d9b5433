package org.migrationhub.server.site.read;

import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.server.site.page.Voice;

/**
 * The pictures of an item. A reader on a slow line decides whether to load them, unless they weigh next to nothing.
 *
 * @param pictures each of them
 * @param told how many there are, and what they weigh
 * @param light whether they are shown without anybody asking for them
 */
public record Gallery(List<ItemBody.Download> pictures, String told, boolean light) {

    /** How many a page may load with itself without asking more often than a first view should. */
    private static final int MOST_SHOWN = 2;

    /** How many bytes these may have, which is a fifth of what a first view may weigh. */
    private static final long LIGHT = 20_000;

    /** The pictures among an item's files. */
    static Gallery of(List<Attachment> files, Function<Attachment, ItemBody.Download> download, Voice voice) {
        List<Attachment> pictures = files.stream().filter(Attachment::isImage).toList();
        long bytes = pictures.stream().mapToLong(Attachment::size).sum();
        return new Gallery(
                pictures.stream().map(download).toList(),
                voice.say("item.pictures.show", voice.number(pictures.size()), FileSizes.size(voice, bytes)),
                pictures.size() <= MOST_SHOWN && bytes <= LIGHT);
    }
}
