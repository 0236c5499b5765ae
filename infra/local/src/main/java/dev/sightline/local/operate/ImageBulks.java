package dev.sightline.local.operate;

import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Images in portions that one bulk of the index takes, by signature. */
final class ImageBulks {

    private static final int BULK = 100;

    private ImageBulks() {}

    static List<Set<ImageSignature>> of(Set<ImageSignature> images) {
        List<ImageSignature> sorted = images.stream().sorted().toList();
        return IntStream.iterate(0, from -> from < sorted.size(), from -> from + BULK)
                .mapToObj(from -> Set.copyOf(sorted.subList(from, Math.min(from + BULK, sorted.size()))))
                .toList();
    }
}
