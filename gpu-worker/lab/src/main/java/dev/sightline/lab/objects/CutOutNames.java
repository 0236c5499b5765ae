package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.corpus.NearDuplicates;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One name for all near-duplicates among the pictures that cut-outs were taken from: that of the first of them. */
record CutOutNames(Map<String, String> names) {

    CutOutNames {
        names = Map.copyOf(names);
    }

    /** The names of pictures of which these are the codes. */
    static CutOutNames of(List<LabelledImage> images, List<BinaryEmbedding> codes) {
        // Equal files have equal codes, so that the signatures need not tell.
        List<ImageSignature> names = images.stream()
                .map(image -> ImageSignature.of(image.name().getBytes(StandardCharsets.UTF_8)))
                .toList();
        Clusters clusters = NearDuplicates.DEFAULT.cluster(names, codes);
        List<List<Integer>> members = clusters.members();
        Map<String, String> first = new HashMap<>();
        IntStream.range(0, images.size())
                .forEach(i -> first.put(
                        images.get(i).name(),
                        images.get(members.get(clusters.of(i)).getFirst()).name()));
        return new CutOutNames(first);
    }

    /** The name that counts; that of an unknown picture is its own. */
    String of(String name) {
        return names.getOrDefault(name, name);
    }
}
