package dev.sightline.lab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody needs to get the same numbers again: the data, the models, the seed and the machine; and when and how long it ran,
 * which are the only parts that differ from run to run.
 */
public record Provenance(List<DataSet> dataSets, List<Model> models, long seed, Machine machine, Times times) {

    public Provenance {
        dataSets = List.copyOf(dataSets);
        models = List.copyOf(models);
    }

    /**
     * Pictures, for example {@code tuxpaint}, {@code "401 pictures, 38 labels"}; {@code sha256} is that of their files, in hex,
     * however the reader of the corpus computes it.
     */
    public record DataSet(String name, String contents, String sha256) {}

    /** A model set or bundle; {@code role} says what it does: {@code embedder}, {@code detector}, {@code model set}. */
    public record Model(String role, String id, String version, String sha256) {}

    /** When the evaluation began, and how long it took. */
    public record Times(Instant began, Duration took) {}
}
