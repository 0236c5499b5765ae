package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import java.time.LocalDate;
import java.util.List;

/**
 * The engagement log of one UTC day as counts, without users. S3 object {@code rollups/{day}.json}. Ours.
 *
 * <p>{@code inputs}: a digest of the files and erasures that were counted; another digest: count again. {@code leftOut}: images of the log that
 * were not indexed, in natural order; nothing is counted of them, and all is counted again once one of them is indexed. {@code counts}: in
 * order of query, image, platform, rank and kind.
 */
public record DayRollUp(LocalDate day, String inputs, List<ImageSignature> leftOut, List<RolledUpCount> counts) {

    public DayRollUp {
        leftOut = List.copyOf(leftOut);
        counts = List.copyOf(counts);
    }
}
