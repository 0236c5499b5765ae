package dev.sightline.lab.report;

import java.util.List;

/**
 * An evaluation's results, in the order in which they are read.
 *
 * @throws IllegalArgumentException if two sections have the same id
 */
public record Report(String title, Provenance provenance, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
        Name.checkDistinct("sections", sections.stream().map(Section::id).toList());
    }
}
