package org.migrationhub.core.content;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells files of a type from others: some of their bytes. Bytes are written as characters from U+0000 to U+00FF.
 *
 * @param begins what stands at an offset from the beginning
 * @param holds of each of these sets, one at least stands somewhere
 * @param lacks what stands nowhere: it would mean macros, in types that have none
 */
record FileForm(Map<Integer, String> begins, List<Set<String>> holds, Set<String> lacks) {

    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /** By media type: those of {@link FileTypes} but plain text, which has no form. */
    private static final Map<String, FileForm> FORMS = Map.ofEntries(
            entry("application/pdf", beginning("%PDF-")),
            entry("application/rtf", beginning("{\\rtf")),
            entry("image/png", beginning("\u0089PNG\r\n\u001A\n")),
            entry("image/jpeg", beginning("\u00FF\u00D8\u00FF")),
            entry("image/webp", new FileForm(Map.of(0, "RIFF", 8, "WEBP"), List.of(), Set.of())),
            entry("application/msword", ole("WordDocument")),
            entry("application/vnd.ms-powerpoint", ole("PowerPoint Document")),
            entry("application/vnd.ms-excel", ole("Workbook", "Book")),
            entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", openXml("word/")),
            entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", openXml("ppt/")),
            entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", openXml("xl/")),
            openDocument("application/vnd.oasis.opendocument.text"),
            openDocument("application/vnd.oasis.opendocument.presentation"),
            openDocument("application/vnd.oasis.opendocument.spreadsheet"));

    /** No more of the beginning has to be looked at than this. */
    static final int HEAD = 128;

    /** No sequence of bytes that is looked for is longer. */
    static final int LONGEST = 64;

    /**
     * The form of a type.
     *
     * @throws IllegalArgumentException if it has none
     */
    static FileForm of(String mediaType) {
        FileForm form = FORMS.get(mediaType);
        if (form == null) {
            throw new IllegalArgumentException("Files of the type " + mediaType + " have no form that is known");
        }
        return form;
    }

    /** Whether a file can begin like this; of what is too short for the form, whether it can so far. */
    boolean mayBegin(String head) {
        return begins.entrySet().stream().allMatch(begin -> {
            int from = Math.min(begin.getKey(), head.length());
            int until = Math.min(begin.getKey() + begin.getValue().length(), head.length());
            return begin.getValue().startsWith(head.substring(from, until));
        });
    }

    /** What has to be looked for in the whole file. */
    Set<String> marks() {
        return Stream.concat(holds.stream().flatMap(Set::stream), lacks.stream())
                .collect(Collectors.toSet());
    }

    /** Whether a file that begins like this and holds these of the marks is of this form. */
    boolean fits(String head, Set<String> found) {
        return head.length() >= shortest()
                && mayBegin(head)
                && holds.stream().allMatch(some -> some.stream().anyMatch(found::contains))
                && lacks.stream().noneMatch(found::contains);
    }

    private int shortest() {
        return begins.entrySet().stream()
                .mapToInt(begin -> begin.getKey() + begin.getValue().length())
                .max()
                .orElse(0);
    }

    private static FileForm beginning(String bytes) {
        return new FileForm(Map.of(0, bytes), List.of(), Set.of());
    }

    /** A compound file (MS-CFB), whose directory has an entry of one of these names in UTF-16. */
    private static FileForm ole(String... streams) {
        Set<String> names = Stream.of(streams).map(FileForm::wide).collect(Collectors.toSet());
        return new FileForm(Map.of(0, OLE), List.of(names), Set.of());
    }

    /** A package of ECMA-376: names of the parts stand uncompressed in the archive. */
    private static FileForm openXml(String folder) {
        return new FileForm(
                Map.of(0, ZIP), List.of(Set.of("[Content_Types].xml"), Set.of(folder)), Set.of("vbaProject.bin"));
    }

    /** A package of ODF 1.3, part 2, section 3.3: the first entry, uncompressed, is the media type. */
    private static Map.Entry<String, FileForm> openDocument(String mediaType) {
        Map<Integer, String> begins = Map.of(0, ZIP, 30, "mimetype" + mediaType + "PK");
        return entry(mediaType, new FileForm(begins, List.of(), Set.of("Basic/script-l")));
    }

    private static String wide(String name) {
        return IntStream.range(0, name.length())
                .mapToObj(index -> name.charAt(index) + "\u0000")
                .collect(Collectors.joining());
    }
}
