package dev.sightline.blender.respond;

import dev.sightline.blender.dots.Dot.Decided;
import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.blender.dots.DotRefusal;
import dev.sightline.blender.dots.ImageDots;
import dev.sightline.blender.receive.DotScope;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DotSignal;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detected objects of an image that are dots, surest first; on request those that are not too. {@code policy}: the version of the policy
 * that decided; {@code generation}: the part of the index that was searched. {@code partial}: not all could be decided in time; {@code
 * undecided} names those, and is absent if there are none.
 */
public record ObjectsAnswer(
        String imageId,
        String modelSet,
        String generation,
        String policy,
        boolean partial,
        List<Item> objects,
        @Nullable List<Pending> undecided) {

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
    public record Signals(
            double topDistance,
            double topAnnotation,
            @Nullable Double conformity) {

        private static Signals of(DotSignals signals) {
            return new Signals(signals.topDistance(), signals.topAnnotation(), signals.conformity());
        }
    }

    /** Why an object is no dot: {@code signal} is topDistance, topAnnotation or conformity; {@code reason} says it with both numbers. */
    public record Reason(String signal, String reason) {

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
    public record Pending(
            String objectId, String category, double confidence, NormalizedBox box, double dominance, String reason) {

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
