package dev.sightline.lab.features;

import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a corpus was divided, and what was left out of it; {@code seed} is that of the split. */
public record CorpusReport(CorpusFeatures corpus, long seed) {

    /** The section {@code data}. */
    public Section toSection() {
        return Section.of("data", "Data and how it is divided", summary(), List.of(parts(), unreadable()), List.of());
    }

    /** Pictures, labels and parts in a few words, for the summaries of other sections. */
    public String about() {
        return "%s: %d pictures with %d labels, of which %d for evaluation, %d for calibration, %d for tuning; %s; seed %d"
                .formatted(
                        name(),
                        corpus.images().size(),
                        labels(allImages()),
                        corpus.split().part(Part.EVALUATION).size(),
                        corpus.split().part(Part.CALIBRATION).size(),
                        corpus.split().part(Part.TUNING).size(),
                        models(),
                        seed);
    }

    /** The name of the folder. */
    public String name() {
        return corpus.folder().root().toAbsolutePath().normalize().getFileName().toString();
    }

    /** How many pictures with how many labels. */
    public String contents() {
        return "%d pictures, %d labels".formatted(corpus.images().size(), labels(allImages()));
    }

    private String summary() {
        int alone = corpus.clusters().count();
        List<String> small = corpus.split().smallLabels();
        return "%s. The pictures form %d clusters of near-duplicates by %s; no cluster is divided. %s %d files are no images."
                .formatted(
                        about(),
                        alone,
                        corpus.embedders().getFirst().bundle().ref().id(),
                        small.isEmpty()
                                ? "Every label has pictures in each part."
                                : "Labels with too few clusters for each part: %s.".formatted(String.join(", ", small)),
                        corpus.unreadable().size());
    }

    private Table parts() {
        List<List<Cell>> rows = Arrays.stream(Part.values()).map(this::row).toList();
        return new Table(
                "parts",
                "The parts of the corpus; a number is never measured on what it was fitted to",
                List.of("part", "pictures", "labels", "clusters"),
                rows);
    }

    private List<Cell> row(Part part) {
        List<Integer> images = corpus.split().part(part);
        return List.of(
                new Cell.Text(part.name().toLowerCase(Locale.ROOT)),
                new Cell.Count(images.size()),
                new Cell.Count(labels(images)),
                new Cell.Count(corpus.clustersOf(part).stream().distinct().count()));
    }

    private Table unreadable() {
        List<List<Cell>> rows = new ArrayList<>();
        corpus.unreadable()
                .forEach(file -> rows.add(List.of(new Cell.Text(file.name()), new Cell.Text(file.reason()))));
        return new Table("unreadable", "Files that are no images", List.of("file", "reason"), rows);
    }

    private List<Integer> allImages() {
        return Arrays.stream(Part.values())
                .flatMap(part -> corpus.split().part(part).stream())
                .toList();
    }

    private long labels(List<Integer> images) {
        return images.stream()
                .map(image -> corpus.images().get(image).image().label())
                .distinct()
                .count();
    }

    private String models() {
        return String.join(
                ", ",
                corpus.embedders().stream()
                        .map(features -> features.bundle().ref())
                        .map(ref -> ref.id() + " " + ref.version())
                        .toList());
    }
}
