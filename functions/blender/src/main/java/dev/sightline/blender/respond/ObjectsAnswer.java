package dev.sightline.blender.respond;

import dev.sightline.blender.dots.Dot.Decided;
import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.blender.dots.DotRefusal;
import dev.sightline.blender.dots.ImageDots;
import dev.sightline.blender.receive.DotScope;
import dev.sightline.blender.receive.Forms;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DotSignal;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The detected objects of an image that are dots, surest first; on request those that are not too. {@code policy}: the version of the policy
 * that decided; {@code generation}: the part of the index that was searched. {@code partial}: not all could be decided in time; {@code
 * undecided} names those, and is absent if there are none.
 */
@Schema(description = "The detected objects of an image that are dots, surest first; on request those that are not too")
public record ObjectsAnswer(
        @Schema(description = "the image", pattern = Forms.SIGNATURE)
        String imageId,

        @Schema(description = "the models that saw it") String modelSet,

        @Schema(description = "the part of the index that was searched")
        String generation,

        @Schema(description = "version of the policy that decided")
        String policy,

        @Schema(description = "whether some objects could not be decided in time")
        boolean partial,

        @Schema(description = "objects that were decided") List<Item> objects,

        @Schema(description = "objects that could not be decided in time; absent if there are none") @Nullable List<Pending> undecided) {

    public ObjectsAnswer {
        objects = List.copyOf(objects);
        undecided = undecided == null ? null : List.copyOf(undecided);
    }

    /** The answer for an image. */
    public static ObjectsAnswer of(ImageDots dots, DotScope scope) {
        List<Item> items = dots.dots().stream()
                .filter(Decided.class::isInstance)
                .map(Decided.class::cast)
                .filter(dot -> scope == DotScope.ALL || dot.shown())
                .map(Item::of)
                .toList();
        List<Pending> pending = dots.dots().stream()
                .filter(Undecided.class::isInstance)
                .map(Undecided.class::cast)
                .map(Pending::of)
                .toList();
        return new ObjectsAnswer(
                dots.image().signature().hex(),
                dots.image().modelSet().value(),
                dots.generation().toString(),
                dots.policyVersion(),
                dots.partial(),
                items,
                pending.isEmpty() ? null : pending);
    }

    /**
     * One object that was decided; confidence and dominance in 0..1. {@code reasons}: why it is no dot, absent if it is one.
     */
    @Schema(name = "DecidedObject", description = "A detected object that was decided to be a dot or not")
    public record Item(
            @Schema(description = "for a Flashlight query", pattern = Forms.OBJECT_ID)
            String objectId,

            @Schema(description = "as the detector names it")
            String category,

            @Schema(description = "of the detection", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "where it is") NormalizedBox box,

            @Schema(description = "how much the image is about it", minimum = "0", maximum = "1")
            double dominance,

            @Schema(description = "whether it is a dot") boolean dot,

            @Schema(description = "what a search for it says")
            Signals signals,

            @Schema(description = "why it is no dot; absent if it is one") @Nullable List<Reason> reasons) {

        public Item {
            reasons = reasons == null ? null : List.copyOf(reasons);
        }

        private static Item of(Decided dot) {
            DetectedObject object = dot.object().object();
            return new Item(
                    dot.object().id().toString(),
                    object.category(),
                    object.confidence(),
                    object.box(),
                    dot.dominance(),
                    dot.shown(),
                    Signals.of(dot.signals()),
                    dot.shown() ? null : dot.refusals().stream().map(Reason::of).toList());
        }
    }

    /** What the search of an object says, each in 0..1; {@code conformity} is absent if too few results have a category. */
    @Schema(name = "DotSignals", description = "What the search of an object says")
    public record Signals(
            @Schema(description = "how near the nearest results are", minimum = "0", maximum = "1")
            double topDistance,

            @Schema(description = "how sure the best annotation is", minimum = "0", maximum = "1")
            double topAnnotation,

            @Schema(
                    description = "how many results are of one category; absent if too few have one",
                    minimum = "0",
                    maximum = "1")
            @Nullable Double conformity) {

        private static Signals of(DotSignals signals) {
            return new Signals(signals.topDistance(), signals.topAnnotation(), signals.conformity());
        }
    }

    /** Why an object is no dot: {@code signal} is topDistance, topAnnotation or conformity; {@code reason} says it with both numbers. */
    @Schema(name = "DotRefusal", description = "Why an object is no dot")
    public record Reason(
            @Schema(
                    description = "the signal that is too low",
                    enumeration = {"topDistance", "topAnnotation", "conformity"})
            String signal,

            @Schema(description = "in words, with both numbers")
            String reason) {

        private static Reason of(DotRefusal refusal) {
            return new Reason(name(refusal.signal()), refusal.reason());
        }

        private static String name(DotSignal signal) {
            return switch (signal) {
                case TOP_DISTANCE -> "topDistance";
                case TOP_ANNOTATION -> "topAnnotation";
                case CONFORMITY -> "conformity";
            };
        }
    }

    /** One object that could not be decided, and why. */
    @Schema(name = "UndecidedObject", description = "A detected object that could not be decided")
    public record Pending(
            @Schema(description = "for a Flashlight query", pattern = Forms.OBJECT_ID)
            String objectId,

            @Schema(description = "as the detector names it")
            String category,

            @Schema(description = "of the detection", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "where it is") NormalizedBox box,

            @Schema(description = "how much the image is about it", minimum = "0", maximum = "1")
            double dominance,

            @Schema(description = "why it is undecided") String reason) {

        private static Pending of(Undecided dot) {
            DetectedObject object = dot.object().object();
            return new Pending(
                    dot.object().id().toString(),
                    object.category(),
                    object.confidence(),
                    object.box(),
                    dot.dominance(),
                    dot.reason());
        }
    }
}
