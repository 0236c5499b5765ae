package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SalientColor;

/** Builds a {@link FeatureRecord} around an {@link ImageAnalysisBuilder}. */
public final class FeatureRecordBuilder {

    private ImageSignature signature = Fixtures.aSignature(1);
    private final ImageAnalysisBuilder analysis = Fixtures.anImageAnalysis();

    FeatureRecordBuilder() {}

    /** Which image. */
    public FeatureRecordBuilder withSignature(ImageSignature signature) {
        this.signature = signature;
        return this;
    }

    /** Who saw it. */
    public FeatureRecordBuilder withModelSet(ModelSet modelSet) {
        analysis.withModelSet(modelSet);
        return this;
    }

    /** Of the whole image. */
    public FeatureRecordBuilder withEmbedding(Embedding embedding) {
        analysis.withEmbedding(embedding);
        return this;
    }

    /** Replaces all labels. */
    public FeatureRecordBuilder withLabels(Label... labels) {
        analysis.withLabels(labels);
        return this;
    }

    /** Replaces all objects. */
    public FeatureRecordBuilder withObjects(AnalyzedObject... objects) {
        analysis.withObjects(objects);
        return this;
    }

    /** Replaces all colours. */
    public FeatureRecordBuilder withColors(SalientColor... colors) {
        analysis.withColors(colors);
        return this;
    }

    /** The value. */
    public FeatureRecord build() {
        return new FeatureRecord(signature, analysis.build(), Fixtures.NOW);
    }
}
