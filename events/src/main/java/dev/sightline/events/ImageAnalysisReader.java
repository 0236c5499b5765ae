package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SalientColor;
import java.io.IOException;

/** Reads an {@link ImageAnalysis}, of which only {@code colors} may be absent: they are younger than the others. */
final class ImageAnalysisReader extends StdDeserializer<ImageAnalysis> {

    private static final long serialVersionUID = 1L;

    ImageAnalysisReader() {
        super(ImageAnalysis.class);
    }

    @Override
    public ImageAnalysis deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields fields = RecordFields.read(ImageAnalysis.class, in, context);
        return new ImageAnalysis(
                fields.required("modelSet", ModelSet.class),
                fields.required("frame", Frame.class),
                fields.required("embedding", Embedding.class),
                fields.requiredList("labels", Label.class),
                fields.requiredList("objects", AnalyzedObject.class),
                fields.list("colors", SalientColor.class));
    }
}
