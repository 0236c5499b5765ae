package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.NormalizedBox;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Labelled pictures in which each box is searched, exactly, by its bits; a result's category is its label. */
record DotCollection(List<Entry> entries) {

    /** Results per box. */
    static final int NEIGHBORS = 25;

    /** With fewer results that have a label the conformity is unknown. */
    static final int MIN_CATEGORIZED = 5;

    /** A picture as a whole. */
    record Entry(LabelledImage image, ViewReader.View view) {}

    DotCollection {
        entries = List.copyOf(entries);
    }

    static DotCollection of(List<LabelledImage> images, ViewReader reader) {
        List<NormalizedBox> whole = List.of(NormalizedBox.FULL);
        return new DotCollection(images.stream()
                .map(image -> new Entry(image, reader.read(image.path(), whole).getFirst()))
                .toList());
    }

    /** What the search for a box says, without the pictures of these names; of equally near results the earlier one counts. */
    DotSignals signals(Embedding box, Set<String> leftOut) {
        List<DotEvidence> nearest = entries.stream()
                .filter(entry -> !leftOut.contains(entry.image().name()))
                .map(entry -> evidence(entry, box))
                .sorted(Comparator.comparingDouble(DotEvidence::hammingFraction))
                .limit(NEIGHBORS)
                .toList();
        return DotSignals.of(nearest, MIN_CATEGORIZED);
    }

    private static DotEvidence evidence(Entry entry, Embedding box) {
        return new DotEvidence(
                HammingDistance.fraction(box.binary(), entry.view().embedding().binary()),
                entry.view().labels(),
                entry.image().label());
    }
}
