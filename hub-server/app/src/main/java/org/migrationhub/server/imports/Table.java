package org.migrationhub.server.imports;

import java.util.List;

/** A table that is read row by row. */
interface Table {

    /** Takes what there is in a row. */
    interface Reader {

        /**
         * Takes a row.
         *
         * @param number as a spreadsheet counts rows, from 1
         * @param cells from the first column on; cells at the end may be left out
         */
        void row(int number, List<Cell> cells);
    }

    /**
     * Reads it from the first row to the last.
     *
     * @throws FileRefusedException if it can't be read
     */
    void read(Reader reader);
}
