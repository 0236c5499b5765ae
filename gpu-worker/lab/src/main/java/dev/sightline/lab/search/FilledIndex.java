package dev.sightline.lab.search;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.ScratchIndex;
import dev.sightline.index.SearchView;
import dev.sightline.index.VectorBytes;
import java.time.Instant;
import java.util.List;

/** The images of a task in an index of their own, which is deleted on closing. */
final class FilledIndex implements AutoCloseable {

    private static final int BATCH = 200;
    private static final Instant NEVER = Instant.EPOCH;
    private static final Frame FRAME = new Frame("png", 1, 1);

    private final ScratchIndex index;
    private final SearchView view;
    private final IndexProbe probe;

    private FilledIndex(ScratchIndex index) {
        this.index = index;
        view = index.searcher().open();
        probe = index.probe();
    }

    /** Fills an index; if that fails, nothing is left of it. */
    static FilledIndex of(SearchTask task, OpenSearchConnection connection, KnnMode mode) {
        ScratchIndex index = new ScratchIndex(connection, task.modelSet(), mode);
        try {
            List<Embedded> images = task.indexed();
            for (int from = 0; from < images.size(); from += BATCH) {
                index.write(images.subList(from, Math.min(images.size(), from + BATCH)).stream()
                        .map(image -> document(task, image))
                        .toList());
            }
            index.settle();
            return new FilledIndex(index);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private static IndexedImage document(SearchTask task, Embedded image) {
        ImageAnalysis analysis =
                new ImageAnalysis(task.modelSet(), FRAME, image.embedding(), List.of(), List.of(), List.of());
        String key = image.signature().hex();
        return new IndexedImage(new FeatureRecord(image.signature(), analysis, NEVER), List.of(key), NEVER);
    }

    SearchView view() {
        return view;
    }

    IndexProbe probe() {
        return probe;
    }

    VectorBytes vectorBytes() {
        return index.vectorBytes();
    }

    @Override
    public void close() {
        index.close();
    }
}
