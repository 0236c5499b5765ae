package dev.sightline.blender.dots;

import dev.sightline.index.ImageText;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.VisualSearch;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotPolicy;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One k-NN for each detected object, whose results say how much an answer about that object could be trusted.
 *
 * <p>Among images: annotations are their labels, the category is the board that most of an image's texts name. Among objects: annotations are
 * the labels of their crops, the category is the detector's. The image itself and its near-duplicates are no evidence: they would find their
 * own object again, at a distance of about 0, whatever it is. Near-duplicates are sought among the {@value #NEAR_DUPLICATES} nearest
 * images by Hamming distance, which is what makes them near-duplicates: no oversampling.
 *
 * <p>Paper: dots are kept by the search result of their box. Ours: both kinds of evidence, and what counts as a category.
 */
final class DotEvidenceSearch {

    static final int NEAR_DUPLICATES = 100;

    private final SearchView view;
    private final BlenderPolicy policy;
    private final int oversample;

    DotEvidenceSearch(SearchView view, BlenderPolicy policy, int oversample) {
        this.view = view;
        this.policy = policy;
        this.oversample = oversample;
    }

    /** The image and those that count as the same. */
    Set<ImageSignature> sameAs(StoredImage image) {
        Set<ImageSignature> same = new HashSet<>(Set.of(image.signature()));
        Embedding whole = view.imageEmbedding(image.signature()).orElseThrow(() -> gone("image " + image.signature()));
        view.nearest(new VisualSearch(whole, image.modelSet(), NEAR_DUPLICATES, 1, same)).stream()
                .filter(neighbor -> neighbor.hammingFraction() <= policy.nearDuplicate())
                .map(neighbor -> neighbor.image().signature())
                .forEach(same::add);
        return same;
    }

    /** What the search of one object says, leaving out images that are no evidence. */
    DotSignals signals(StoredImage image, StoredObject object, Set<ImageSignature> exclude) {
        DotPolicy dots = policy.dots();
        Embedding crop = view.objectEmbedding(object.id()).orElseThrow(() -> gone("object " + object.id()));
        VisualSearch search = new VisualSearch(crop, image.modelSet(), dots.neighbors(), oversample, exclude);
        List<DotEvidence> evidence = switch (dots.evidence()) {
            case IMAGES ->
                view.nearest(search).stream().map(DotEvidenceSearch::evidence).toList();
            case OBJECTS ->
                view.nearestObjects(search).stream()
                        .map(DotEvidenceSearch::evidence)
                        .toList();
        };
        return switch (dots.evidence()) {
            // Boards are no categories of a detector, so that they cannot confirm it.
            case IMAGES -> DotSignals.of(evidence, dots.minCategorized());
            case OBJECTS ->
                DotSignals.of(evidence, dots.minCategorized(), object.object().category());
        };
    }

    private static DotEvidence evidence(Neighbor neighbor) {
        StoredImage image = neighbor.image();
        return new DotEvidence(
                neighbor.hammingFraction(), image.labels(), board(image.texts()).orElse(null));
    }

    private static DotEvidence evidence(ObjectNeighbor neighbor) {
        StoredObject object = neighbor.object();
        return new DotEvidence(
                neighbor.hammingFraction(), object.labels(), object.object().category());
    }

    /** The board of most texts; of equally frequent ones the first by name. */
    static Optional<String> board(List<ImageText> texts) {
        Map<String, Long> boards = texts.stream()
                .map(ImageText::board)
                .filter(board -> !board.isEmpty())
                .collect(Collectors.groupingBy(board -> board, TreeMap::new, Collectors.counting()));
        return boards.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static SightlineException gone(String what) {
        return new SightlineException(ErrorCode.NOT_FOUND, "no embedding of %s in the index any more".formatted(what));
    }
}
