package dev.sightline.lab.report;

import java.util.List;

/**
 * What one protocol found.
 *
 * <p>{@code id}: short and stable, for example {@code p2}; {@code title}: one line; {@code summary}: what the numbers say, on which
 * data, with which models and seed, one paragraph of plain text.
 */
public record Section(
        String id, String title, String summary, List<Table> tables, List<Plot> plots, List<Gallery> galleries) {

    public Section {
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
        galleries = List.copyOf(galleries);
    }

    /** A section without pictures. */
    public static Section of(String id, String title, String summary, List<Table> tables, List<Plot> plots) {
        return new Section(id, title, summary, tables, plots, List.of());
    }
}
