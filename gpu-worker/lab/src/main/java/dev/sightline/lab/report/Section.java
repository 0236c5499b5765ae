package dev.sightline.lab.report;

import java.util.List;

/**
 * What one protocol found.
 *
 * <p>{@code id}: short and stable, for example {@code p2}: letters, digits, dots, dashes and underscores; {@code title}: one line;
 * {@code summary}: what the numbers say, on which data, with which models and seed, one paragraph of plain text.
 *
 * @throws IllegalArgumentException if the id has other characters, or two tables, two plots or two galleries have the same name
 */
public record Section(
        String id, String title, String summary, List<Table> tables, List<Plot> plots, List<Gallery> galleries) {

    public Section {
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
        galleries = List.copyOf(galleries);
        Name.checked(id);
        Name.checkDistinct("tables", tables.stream().map(Table::name).toList());
        Name.checkDistinct("plots", plots.stream().map(Plot::name).toList());
        Name.checkDistinct("galleries", galleries.stream().map(Gallery::name).toList());
    }

    /** A section without pictures. */
    public static Section of(String id, String title, String summary, List<Table> tables, List<Plot> plots) {
        return new Section(id, title, summary, tables, plots, List.of());
    }
}
