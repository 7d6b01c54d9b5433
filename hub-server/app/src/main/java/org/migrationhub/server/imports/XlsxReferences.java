package org.migrationhub.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks where the cells of a spreadsheet say that they stand, before they are read: the reader makes room for every column up
 * to the one that is named, and counts beyond what a number holds. Stateless and thread-safe.
 */
final class XlsxReferences {

    /** What a spreadsheet has at most: columns A to XFD, rows 1 to 1048576. */
    private static final int MOST_COLUMNS = 16_384;

    private static final int MOST_ROWS = 1_048_576;
    private static final int LETTERS = 26;

    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
    private static final XMLInputFactory FACTORY = factory();

    private XlsxReferences() {}

    /**
     * Lets a packed spreadsheet pass whose cells stand where there can be cells.
     *
     * @throws FileRefusedException if one doesn't, or a part isn't well formed
     */
    static void require(byte[] packed) {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(packed))) {
            while (parts.getNextEntry() != null) {
                requirePart(parts.readAllBytes());
            }
        } catch (IOException | XMLStreamException e) {
            throw FileRefusedException.malformed("xlsx.malformed", "This spreadsheet can't be read.");
        }
    }

    private static void requirePart(byte[] part) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    requireElement(reader);
                }
            }
        } finally {
            reader.close();
        }
    }

    private static void requireElement(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (!name.equals("c") && !name.equals("row")) {
            return;
        }
        for (int attribute = 0; attribute < reader.getAttributeCount(); attribute++) {
            if (reader.getAttributeLocalName(attribute).equals("r")) {
                String reference = reader.getAttributeValue(attribute);
                boolean isThere = name.equals("c") ? isCell(reference) : isRow(reference);
                if (!isThere) {
                    throw FileRefusedException.malformed(
                            "xlsx.malformed", "A cell or row of this spreadsheet stands where there can be none.");
                }
            }
        }
    }

    /** The empty text is taken for none. */
    private static boolean isCell(String reference) {
        var cell = CELL.matcher(reference);
        return reference.isEmpty() || (cell.matches() && column(cell.group(1)) <= MOST_COLUMNS && isRow(cell.group(2)));
    }

    private static boolean isRow(String number) {
        if (!ROW.matcher(number).matches()) {
            return false;
        }
        int row = Integer.parseInt(number);
        return row >= 1 && row <= MOST_ROWS;
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (column, letter) -> column * LETTERS + letter - 'A' + 1);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
