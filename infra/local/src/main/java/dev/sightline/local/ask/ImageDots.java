package dev.sightline.local.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dots of an image, surest first, with the numbers that decided; on request its other detected objects too. */
public record ImageDots(
        String imageId,
        String generation,
        String policy,
        List<Item> objects,
        @Nullable List<Pending> undecided) {

    public ImageDots {
        objects = List.copyOf(objects);
        undecided = undecided == null ? List.of() : List.copyOf(undecided);
    }

    public static ImageDots of(JsonNode answer) {
        return ApiJson.read(answer, ImageDots.class);
    }

    /** One object that was decided; {@code reasons} why it is no dot. */
    public record Item(
            String objectId,
            String category,
            double confidence,
            NormalizedBox box,
            double dominance,
            boolean dot,
            Signals signals,
            @Nullable List<Reason> reasons) {

        public Item {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** What the search of an object says: distance 0..1, smaller is surer; the others 0..1, larger is surer. */
    public record Signals(
            double topDistance,
            double topAnnotation,
            @Nullable Double conformity) {}

    public record Reason(String signal, String reason) {}

    /** One object that could not be decided, and why. */
    public record Pending(String objectId, String category, double confidence, double dominance, String reason) {}
}
