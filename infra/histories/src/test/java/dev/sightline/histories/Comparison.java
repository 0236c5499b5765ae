package dev.sightline.histories;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.events.SourceId;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.PinTexts;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.BoardId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        Arrays.stream(Content.values()).filter(Content::isImage).forEach(comparison::comparePins);
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
            expect(
                    "words of %s in %s".formatted(content, generation),
                    words(content, keys),
                    view.image(content.signature()).map(StoredImage::written));
            expect("keys of %s in %s".formatted(content, generation), keys, indexed);
            expect(
                    "objects of %s in %s".formatted(content, generation),
                    objects,
                    view.objects(content.signature()).size());
        }
    }

    private Optional<ImageTexts> words(Content content, List<String> keys) {
        List<PinRecord> pins = pipeline.saved().saved(content);
        Map<BoardId, BoardRecord> boards = pipeline.saved()
                .boards()
                .find(pins.stream().map(PinRecord::board).collect(Collectors.toSet()));
        ImageTexts texts = pins.isEmpty() ? ImageTexts.ofKeys(keys) : PinTexts.of(pins, boards);
        return keys.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    /** Of an image that is there the pins are those of the bucket, none of them without a board; of another one there are none. */
    private void comparePins(Content content) {
        boolean live = pipeline.bucket().objects().entrySet().stream()
                .anyMatch(object ->
                        object.getValue() == content && !object.getKey().endsWith("/"));
        Set<PinRecord> expected = live ? Set.copyOf(pipeline.saved().pins().ofImage(content.signature())) : Set.of();
        Set<PinRecord> shown = Set.copyOf(
                pipeline.pinIndex().ofImages(Set.of(content.signature())).getOrDefault(content.signature(), List.of()));
        expect("pins of " + content, expected, shown);
        if (live) {
            expect(
                    "pins of %s with a board".formatted(content),
                    Set.copyOf(pipeline.saved().saved(content)),
                    expected);
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
