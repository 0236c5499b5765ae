package dev.sightline.lab.report;

import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as people read it, with the same words in the terminal, in Markdown and in HTML.
 *
 * <p>{@code numeric} says per column whether it holds no words; {@code notes} says why values are missing.
 */
record TableText(List<String> columns, List<Boolean> numeric, List<List<String>> rows, List<String> notes) {

    private static final String MISSING = "–";
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static TableText of(Table table) {
        List<String> reasons = reasons(table);
        return new TableText(
                table.columns(),
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> isNumeric(table, column))
                        .toList(),
                table.rows().stream()
                        .map(row ->
                                row.stream().map(cell -> text(cell, reasons)).toList())
                        .toList(),
                notes(reasons));
    }

    /** Leading columns of words, which say what a row is about: at least one, unless there is no column. */
    int keyColumns() {
        int words = 0;
        while (words < numeric.size() && !numeric.get(words)) {
            words++;
        }
        return Math.min(columns.size(), Math.max(1, words));
    }

    private static List<String> reasons(Table table) {
        List<String> reasons = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            for (Cell cell : row) {
                if (cell instanceof Cell.Missing(String reason) && !reasons.contains(reason)) {
                    reasons.add(reason);
                }
            }
        }
        return reasons;
    }

    private static boolean isNumeric(Table table, int column) {
        return table.rows().stream().map(row -> row.get(column)).noneMatch(Cell.Text.class::isInstance);
    }

    private static String text(Cell cell, List<String> reasons) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Count(long count) -> NumberText.count(count);
            case Cell.Decimal(double value, int decimals) -> NumberText.decimal(value, decimals);
            case Cell.Estimate(var interval, int decimals) -> NumberText.estimate(interval, decimals);
            case Cell.Missing(String reason) -> mark(reason, reasons);
        };
    }

    private static List<String> notes(List<String> reasons) {
        return reasons.stream()
                .map(reason -> mark(reason, reasons) + " " + reason)
                .toList();
    }

    /** The dash alone where all missing values have one reason, else with the reason's number. */
    private static String mark(String reason, List<String> reasons) {
        return reasons.size() == 1 ? MISSING : MISSING + raised(1 + reasons.indexOf(reason));
    }

    private static String raised(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> RAISED_DIGITS.substring(digit - '0', digit - '0' + 1))
                .reduce("", String::concat);
    }
}
