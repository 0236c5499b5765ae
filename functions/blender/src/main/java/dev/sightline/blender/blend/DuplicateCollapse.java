package dev.sightline.blender.blend;

import dev.sightline.blender.blend.BlendedResult.AlsoFound;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of a group while they are gathered; no image is there twice, nor one that looks the same as an earlier one.
 *
 * <p>Two images look the same if the Hamming fraction of their binary embeddings is at most the policy's {@code nearDuplicate}. The later one
 * is named as duplicate of the first result that it is this near to; duplicates are not compared with each other. The image that the query
 * starts from is no answer to itself, but other files that look the same as it are: that there are copies is worth knowing.
 *
 * <p>Paper: near-duplicates are collapsed. The rule and its limit are ours. Not thread-safe: one group is blended by one thread.
 */
final class DuplicateCollapse {

    private final double nearDuplicate;
    private final Set<ImageSignature> known = new HashSet<>();
    private final Map<ImageSignature, Result> bySignature = new HashMap<>();
    private final List<Result> results = new ArrayList<>();

    /** {@code queryImages}: the image that the query starts from, none for a photo. */
    DuplicateCollapse(double nearDuplicate, Set<ImageSignature> queryImages) {
        this.nearDuplicate = nearDuplicate;
        known.addAll(queryImages);
    }

    /** Makes an offer a result, unless it is one already or looks the same as one; then that one says so. */
    boolean take(Offer offer) {
        if (absorb(offer)) {
            return false;
        }
        Result result = new Result(offer, new ArrayList<>(), new ArrayList<>());
        known.add(result.signature());
        bySignature.put(result.signature(), result);
        results.add(result);
        return true;
    }

    /** Whether the results hold what is offered, as it is or as its like; notes it there. */
    boolean absorb(Offer offer) {
        ImageSignature signature = offer.candidate().image().signature();
        Result same = bySignature.get(signature);
        if (same != null) {
            same.alsoFoundBy(offer);
            return true;
        }
        if (known.contains(signature)) {
            return true;
        }
        Optional<Result> like = firstLike(offer.candidate().image().binary());
        like.ifPresent(result -> {
            known.add(signature);
            result.duplicates().add(signature);
        });
        return like.isPresent();
    }

    private Optional<Result> firstLike(BinaryEmbedding binary) {
        return results.stream()
                .filter(result -> HammingDistance.isWithin(result.binary(), binary, nearDuplicate))
                .findFirst();
    }

    int size() {
        return results.size();
    }

    List<BlendedResult> results() {
        return results.stream().map(Result::blended).toList();
    }

    /** A result and what was found of it since. */
    private record Result(Offer offer, List<AlsoFound> also, List<ImageSignature> duplicates) {

        ImageSignature signature() {
            return offer.candidate().image().signature();
        }

        BinaryEmbedding binary() {
            return offer.candidate().image().binary();
        }

        void alsoFoundBy(Offer other) {
            boolean noted = other.source() == offer.source()
                    || also.stream().anyMatch(earlier -> earlier.source() == other.source());
            if (!noted) {
                also.add(new AlsoFound(other.source(), other.rank()));
            }
        }

        BlendedResult blended() {
            List<AlsoFound> inOrder = also.stream()
                    .sorted(Comparator.comparing(AlsoFound::source))
                    .toList();
            return new BlendedResult(offer.candidate(), offer.source(), offer.rank(), inOrder, duplicates);
        }
    }
}
