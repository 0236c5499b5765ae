package dev.sightline.histories;

import dev.sightline.events.SourceId;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bucket against the sources and the documents, once nothing is under way any more. */
final class Comparison {

    private final Pipeline pipeline;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Everything in which they differ, in words. */
    static List<String> differences(Pipeline pipeline) {
        Comparison comparison = new Comparison(pipeline);
        pipeline.bucket().touched().stream().sorted().forEach(comparison::compareSource);
        Arrays.stream(Content.values()).filter(Content::isImage).forEach(comparison::compareImage);
        comparison.compareSizes();
        return comparison.differences;
    }

    private void compareSource(String key) {
        Optional<Source> found = pipeline.registry().find(SourceId.ofKey(key));
        Content content = pipeline.bucket().objects().get(key);
        if (key.endsWith("/")) {
            expect("source of the folder marker " + key, Optional.empty(), found);
        } else if (content != null || found.isPresent()) {
            expect("state of " + key, Optional.of(state(content)), found.map(Source::state));
            expect(
                    "releases of " + key,
                    0,
                    found.map(Source::released).map(java.util.Set::size).orElse(0));
            if (content != null && content.isImage()) {
                expect("image of " + key, Optional.of(content.signature()), found.flatMap(Source::liveSignature));
            }
        }
    }

    /** A key without an object has a tombstone, or nothing at all. */
    private static SourceState state(@Nullable Content content) {
        if (content == null) {
            return SourceState.REMOVED;
        }
        return content.isImage() ? SourceState.INDEXED : SourceState.REJECTED;
    }

    private void compareImage(Content content) {
        List<String> keys = pipeline.bucket().objects().entrySet().stream()
                .filter(object ->
                        object.getValue() == content && !object.getKey().endsWith("/"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        int objects = keys.isEmpty() ? 0 : 1;
        for (IndexGeneration generation : pipeline.index().generations()) {
            SearchView view = pipeline.index().open(generation);
            List<String> indexed =
                    view.image(content.signature()).map(StoredImage::keys).orElse(List.of());
            expect("keys of %s in %s".formatted(content, generation), keys, indexed);
            expect(
                    "objects of %s in %s".formatted(content, generation),
                    objects,
                    view.objects(content.signature()).size());
        }
    }

    private void compareSizes() {
        long images = pipeline.bucket().objects().entrySet().stream()
                .filter(object -> !object.getKey().endsWith("/"))
                .map(Map.Entry::getValue)
                .filter(Content::isImage)
                .distinct()
                .count();
        if (images > 0) {
            expect(
                    "documents of what is served",
                    new SearchView.Sizes(images, images),
                    pipeline.index().sizes());
        }
        for (IndexGeneration generation : pipeline.index().generations()) {
            SearchView.Sizes found = pipeline.index().open(generation).sizes();
            expect("documents in " + generation, new SearchView.Sizes(images, images), found);
        }
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add("%s: expected %s, got %s".formatted(what, expected, found));
        }
    }
}
