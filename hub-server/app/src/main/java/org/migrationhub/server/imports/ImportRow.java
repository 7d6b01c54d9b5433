package org.migrationhub.server.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A row of a file, in the JSON form of what it is.
 *
 * @param number as a spreadsheet counts rows; in JSON the place of the element, from 1
 * @param sourceKey which it has where it comes from; empty if it gives none that can be used
 * @param tree everything else that it says
 * @param findings what is wrong with single cells
 * @param isOfTable whether it can't say anything of files
 * @param columnAt the name of the column that fills what a pointer points to; empty if none does
 */
record ImportRow(
        int number,
        String sourceKey,
        Map<String, Object> tree,
        List<Finding> findings,
        boolean isOfTable,
        Function<String, String> columnAt) {

    ImportRow {
        findings = List.copyOf(findings);
    }
}
