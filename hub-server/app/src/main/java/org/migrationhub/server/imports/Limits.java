package org.migrationhub.server.imports;

/** How much a file may hold. The numbers are ours; a spreadsheet by hand is far below them. */
final class Limits {

    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 300;

    /** More than a spreadsheet's cell can hold. */
    static final int MOST_IN_A_CELL = 40_000;

    /** Of a spreadsheet once it is inflated, over all that is read of it. */
    static final long MOST_INFLATED = 64L << 20;

    static final int MOST_PARTS = 1_000;

    private Limits() {}

    static FileRefusedException tooManyRows() {
        return FileRefusedException.refused(
                "import.too-many-rows", "At most %d rows at once, please: divide the file.".formatted(MOST_ROWS));
    }
}
