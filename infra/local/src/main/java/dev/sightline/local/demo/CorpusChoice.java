package dev.sightline.local.demo;

import dev.sightline.local.upload.LabelledFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses images of the corpus to ask about: by chance, the same ones in each run. */
final class CorpusChoice {

    private static final long SEED = 7;

    private final List<String> shuffled;
    private final Map<String, Long> sizes;

    /** @param keys of indexed images of the corpus */
    CorpusChoice(Collection<String> keys) {
        List<String> sorted = new ArrayList<>(keys.stream().sorted().toList());
        Collections.shuffle(sorted, new Random(SEED));
        shuffled = List.copyOf(sorted);
        sizes = keys.stream()
                .collect(Collectors.groupingBy(LabelledFile::labelOf, TreeMap::new, Collectors.counting()));
    }

    /** Up to {@code count} images whose label has at least {@code minSame} images. */
    List<String> images(int count, int minSame) {
        return shuffled.stream()
                .filter(key -> sizes.getOrDefault(LabelledFile.labelOf(key), 0L) >= minSame)
                .limit(count)
                .toList();
    }
}
