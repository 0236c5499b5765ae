package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SalientColor;
import java.util.List;

/** Builds an {@link ImageAnalysis}: one label, one object. */
public final class ImageAnalysisBuilder {

    private ModelSet modelSet = Fixtures.aModelSet();
    // A number that a forgotten field would not have.
    private Frame frame = new Frame("jpeg", 640, 480, 1);
    private Embedding embedding = Fixtures.anEmbedding(1);
    private List<Label> labels = List.of(new Label("chair", 0.5));
    private List<AnalyzedObject> objects = List.of(Fixtures.anObject("chair", 2));
    private List<SalientColor> colors = List.of();

    ImageAnalysisBuilder() {}

    /** Who saw it. */
    public ImageAnalysisBuilder withModelSet(ModelSet modelSet) {
        this.modelSet = modelSet;
        return this;
    }

    /** What was decoded. */
    public ImageAnalysisBuilder withFrame(Frame frame) {
        this.frame = frame;
        return this;
    }

    /** Of the whole image. */
    public ImageAnalysisBuilder withEmbedding(Embedding embedding) {
        this.embedding = embedding;
        return this;
    }

    /** Replaces all labels. */
    public ImageAnalysisBuilder withLabels(Label... labels) {
        this.labels = List.of(labels);
        return this;
    }

    /** Replaces all objects. */
    public ImageAnalysisBuilder withObjects(AnalyzedObject... objects) {
        this.objects = List.of(objects);
        return this;
    }

    /** Replaces all colours. */
    public ImageAnalysisBuilder withColors(SalientColor... colors) {
        this.colors = List.of(colors);
        return this;
    }

    /** The value. */
    public ImageAnalysis build() {
        return new ImageAnalysis(modelSet, frame, embedding, labels, objects, colors);
    }
}
