package dev.sightline.testkit;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;

/** Builds any {@link dev.sightline.events.IndexEvent} of one source. */
public final class IndexEventBuilder {

    private SourceVersion source = Fixtures.aSourceVersion().build();
    private ImageSignature signature = Fixtures.aSignature(1);
    private ModelSet modelSet = Fixtures.aModelSet();

    IndexEventBuilder() {}

    /** The whole source. */
    public IndexEventBuilder withSource(SourceVersion source) {
        this.source = source;
        return this;
    }

    /** Of the analyzed image. */
    public IndexEventBuilder withSignature(ImageSignature signature) {
        this.signature = signature;
        return this;
    }

    /** Who analyzed it. */
    public IndexEventBuilder withModelSet(ModelSet modelSet) {
        this.modelSet = modelSet;
        return this;
    }

    /** The source has features. */
    public ImageAnalyzed analyzed() {
        return new ImageAnalyzed(source, signature, modelSet, Fixtures.NOW);
    }

    /** The source is no image. */
    public ImageRejected rejected(ErrorCode reason) {
        return new ImageRejected(source, reason, "expected an image", Fixtures.NOW);
    }

    /** The worker gave up. */
    public AnalysisFailed failed(ErrorCode reason) {
        return new AnalysisFailed(source, reason, "gave up after 5 receives", Fixtures.NOW);
    }

    /** The source was deleted. */
    public ImageRemoved removed() {
        return new ImageRemoved(source, Fixtures.NOW);
    }
}
