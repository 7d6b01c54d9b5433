package org.migrationhub.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A page's form with files ({@code multipart/form-data}), read part by part as it comes: the fields before the first file are
 * there at once, so that the form token is known before a file is read, and those after it once the file is. A file is never
 * held in memory, and nothing is put down on disk. Not thread-safe.
 */
public final class Upload {

    /** How many bytes the head of a part may have. */
    private static final int MOST_IN_A_HEAD = 4_096;

    private final FileItemIterator parts;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int left = Bodies.MOST_BYTES_OF_A_FORM;
    private int count;
    private @Nullable FileItemStream ahead;

    private Upload(FileItemIterator parts) {
        this.parts = parts;
    }

    /**
     * A file of the form.
     *
     * @param name as the browser tells it, without any path
     * @param bytes to be read once, before the form is read on
     */
    public record File(String name, InputStream bytes) {}

    /**
     * Begins to read a form.
     *
     * @throws ProblemException if it is none, or has too many or too long fields
     */
    static Upload of(UploadContext body, long mostBytes) {
        FileUpload reader = new FileUpload();
        reader.setHeaderEncoding(StandardCharsets.UTF_8.name());
        reader.setPartHeaderSizeMax(MOST_IN_A_HEAD);
        reader.setSizeMax(mostBytes);
        try {
            Upload upload = new Upload(reader.getItemIterator(body));
            upload.readFields();
            return upload;
        } catch (FileUploadException | IOException | InvalidFileNameException e) {
            throw malformed();
        }
    }

    /** The fields that were read so far, in order, each with its values. */
    public Map<String, List<String>> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /**
     * A file that comes next and wasn't read yet.
     *
     * @param field of the form
     * @param name of the file
     */
    public record Awaited(String field, String name) {}

    /** The file that comes next; empty if there is none. */
    public Optional<Awaited> awaited() {
        try {
            FileItemStream part = ahead;
            return part == null
                    ? Optional.empty()
                    : Optional.of(new Awaited(part.getFieldName(), base(part.getName())));
        } catch (InvalidFileNameException e) {
            throw malformed();
        }
    }

    /**
     * The next file, once the one before is read or not wanted any more; empty if there is no further one, and all fields are
     * known by then. A field for a file in which none was chosen is passed over.
     *
     * @throws ProblemException if the form breaks off, or has too many or too long fields
     */
    public Optional<File> next() {
        try {
            FileItemStream part = ahead;
            if (part == null) {
                return Optional.empty();
            }
            File file = new File(base(part.getName()), part.openStream());
            ahead = null;
            return Optional.of(file);
        } catch (IOException | InvalidFileNameException e) {
            throw malformed();
        }
    }

    /** Reads on behind a file, to the next one or to the end. */
    public void readOn() {
        try {
            readFields();
        } catch (FileUploadException | IOException | InvalidFileNameException e) {
            throw malformed();
        }
    }

    private void readFields() throws FileUploadException, IOException {
        while (ahead == null && parts.hasNext()) {
            FileItemStream part = parts.next();
            requireFew();
            if (part.isFormField()) {
                fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                        .add(text(part));
            } else if (!part.getName().isEmpty()) {
                ahead = part;
            }
        }
    }

    private String text(FileItemStream part) throws IOException {
        try (InputStream bytes = part.openStream()) {
            byte[] read = bytes.readNBytes(left + 1);
            left -= read.length;
            if (left < 0) {
                throw Problem.BODY_TOO_LARGE.plain(
                        "The fields of a form may have up to %d bytes.".formatted(Bodies.MOST_BYTES_OF_A_FORM));
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    private void requireFew() {
        if (++count > Bodies.MOST_FIELDS) {
            throw Problem.BODY_TOO_LARGE.plain("A form may have up to %d fields.".formatted(Bodies.MOST_FIELDS));
        }
    }

    /** Some browsers tell where the file was. */
    private static String base(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static ProblemException malformed() {
        return Problem.REQUEST_MALFORMED.plain("The form isn't as a page sends it, or broke off.");
    }
}
