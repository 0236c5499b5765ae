package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.NearDuplicates;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.Label;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What boxes are searched among, exactly, by their bits. {@code name}: what it holds, in words. */
record DotCollection(String name, DotEvidenceKind kind, List<Entry> entries) {

    /** A whole picture or an object: what it is said to show, and the one category that it is in, null if it is in none. */
    record Entry(
            Origin origin,
            Embedding embedding,
            List<Label> labels,
            @Nullable String category) {

        Entry {
            labels = List.copyOf(labels);
        }
    }

    DotCollection {
        entries = List.copyOf(entries);
    }

    /** What is in either. */
    DotCollection and(String both, DotCollection other) {
        return new DotCollection(
                both,
                kind,
                Stream.concat(entries.stream(), other.entries.stream()).toList());
    }

    /**
     * The nearest entries, nearest first, of equally near ones the earlier. Left out are those of the box's own picture or of its
     * cut-outs, and near-duplicates: in composed pictures they are parts of the same background.
     */
    List<DotEvidence> nearest(Embedding box, Origin origin, int limit) {
        return entries.stream()
                .filter(entry -> !entry.origin().isAkinTo(origin))
                .map(entry -> evidence(entry, box))
                .filter(evidence -> evidence.hammingFraction() >= NearDuplicates.DEFAULT.limit())
                .sorted(Comparator.comparingDouble(DotEvidence::hammingFraction))
                .limit(limit)
                .toList();
    }

    private static DotEvidence evidence(Entry entry, Embedding box) {
        return new DotEvidence(
                HammingDistance.fraction(box.binary(), entry.embedding().binary()), entry.labels(), entry.category());
    }
}
