package dev.sightline.blender;

import dev.sightline.blender.understand.QueryAnalyzer;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fake of the worker: answers what it was told to, and keeps what it was asked. Not thread-safe: tests ask one by one. */
public final class ScriptedAnalyzer implements QueryAnalyzer {

    /** What was asked; the box is empty for a whole image, the model set if none was named. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Asked(byte[] image, Optional<NormalizedBox> box, Optional<ModelSetId> modelSet) {}

    private final List<Asked> asked = new ArrayList<>();
    private RuntimeException failure = silence();
    private Optional<ImageAnalysis> next = Optional.empty();

    /** From now on, the answer to everything. */
    public void answerWith(ImageAnalysis analysis) {
        next = Optional.of(analysis);
    }

    /** From now on, everything fails. */
    public void failWith(RuntimeException failure) {
        next = Optional.empty();
        this.failure = failure;
    }

    /** From now on, nothing is answered; forgets what was asked. */
    public void reset() {
        failWith(silence());
        asked.clear();
    }

    /** All that was asked so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ImageAnalysis analyze(byte[] image, @Nullable ModelSetId modelSet) {
        return answer(new Asked(image, Optional.empty(), Optional.ofNullable(modelSet)));
    }

    @Override
    public ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box, @Nullable ModelSetId modelSet) {
        return answer(new Asked(image, Optional.of(box), Optional.ofNullable(modelSet)));
    }

    private ImageAnalysis answer(Asked question) {
        asked.add(question);
        return next.orElseThrow(() -> failure);
    }

    private static SightlineException silence() {
        return new SightlineException(ErrorCode.ANALYZER_UNAVAILABLE, "told to be silent");
    }
}
