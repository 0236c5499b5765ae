package dev.sightline.blender.search;

import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A query about an indexed image as a whole: what people did with it is known. Ours. */
final class KnownQuery {

    private KnownQuery() {}

    /** Sure of an indexed image, silent about photos and parts of images. */
    static Trigger trigger(Question question) {
        String expected = "an indexed image as a whole";
        boolean known = question.understood().queryImage().isPresent() && question.focus() instanceof WholeImage;
        return known ? new Trigger(1, expected, "one") : new Trigger(0, expected, "a photo or a part");
    }

    /** The image, and the known one that looks the same: people do not tell them apart. */
    static Set<ImageSignature> images(Question question) {
        Set<ImageSignature> images = new HashSet<>();
        question.understood().queryImage().ifPresent(images::add);
        question.focus()
                .understanding()
                .nearDuplicate()
                .ifPresent(like -> images.add(like.image().signature()));
        return images;
    }

    /** Those of the finds whose images the view has, in their order, as candidates. */
    static <T> List<Candidate> candidates(
            Question question, List<T> finds, Function<T, ImageSignature> image, Function<T, Candidate.Finding> why) {
        Set<ImageSignature> found = new HashSet<>(finds.stream().map(image).toList());
        Map<ImageSignature, StoredImage> stored =
                found.isEmpty() ? Map.of() : question.view().images(found);
        return finds.stream()
                .flatMap(find -> Stream.ofNullable(stored.get(image.apply(find)))
                        .map(known -> new Candidate(known, why.apply(find))))
                .limit(question.wanted())
                .toList();
    }
}
