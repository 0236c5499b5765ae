package dev.sightline.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as aligned columns of text.
 *
 * <p>What is wider than the terminal is continued in further blocks, each with the table's leading columns of words; a cell takes at
 * most half of the width.
 */
final class TextColumns {

    private static final String GAP = "  ";

    private final TableText table;
    private final int width;

    TextColumns(TableText table, int width) {
        this.table = table;
        this.width = width;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<Integer> block : blocks()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(line(block, table.columns()));
            lines.add(block.stream().map(column -> "-".repeat(width(column))).collect(Collectors.joining(GAP)));
            table.rows().forEach(row -> lines.add(line(block, row)));
        }
        table.notes().forEach(note -> lines.addAll(TextBlock.wrapped(note, width)));
        return lines;
    }

    private List<List<Integer>> blocks() {
        List<Integer> keys = keys();
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(keys);
        for (int column = keys.size(); column < table.columns().size(); column++) {
            if (block.size() > keys.size() && width(block) + GAP.length() + width(column) > width) {
                blocks.add(block);
                block = new ArrayList<>(keys);
            }
            block.add(column);
        }
        blocks.add(block);
        return blocks;
    }

    /** The leading columns of words if they leave half of the width, else only the first. */
    private List<Integer> keys() {
        List<Integer> words = IntStream.range(0, table.keyColumns()).boxed().toList();
        return width(words) <= width / 2 ? words : words.subList(0, Math.min(1, words.size()));
    }

    private int width(List<Integer> block) {
        return block.stream().mapToInt(this::width).sum() + GAP.length() * Math.max(0, block.size() - 1);
    }

    private int width(int column) {
        int longest = table.rows().stream()
                .mapToInt(row -> TextBlock.width(row.get(column)))
                .max()
                .orElse(0);
        return Math.min(
                width / 2, Math.max(longest, TextBlock.width(table.columns().get(column))));
    }

    private String line(List<Integer> block, List<String> cells) {
        return block.stream()
                .map(column -> aligned(cells.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String aligned(String cell, int column) {
        String text = TextBlock.shortened(cell, width(column));
        return table.numeric().get(column)
                ? TextBlock.paddedLeft(text, width(column))
                : TextBlock.padded(text, width(column));
    }
}
