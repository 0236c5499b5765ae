package dev.sightline.blender.respond;

import dev.sightline.blender.respond.UnderstandingAnswer.Duplicate;
import dev.sightline.blender.respond.UnderstandingAnswer.Evidence;
import dev.sightline.blender.respond.UnderstandingAnswer.Item;
import dev.sightline.blender.respond.UnderstandingAnswer.Keyword;
import dev.sightline.blender.understand.Annotation;
import dev.sightline.blender.understand.Annotation.ClassifierLabel;
import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.blender.understand.NearDuplicate;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;

/** Writes what was understood of a query. */
final class UnderstandingWriter {

    private UnderstandingWriter() {}

    static UnderstandingAnswer write(Understanding understanding) {
        return new UnderstandingAnswer(
                understanding.objects().stream().map(UnderstandingWriter::item).toList(),
                understanding.annotations().stream()
                        .map(UnderstandingWriter::keyword)
                        .toList(),
                understanding.colors(),
                understanding
                        .nearDuplicate()
                        .map(UnderstandingWriter::duplicate)
                        .orElse(null),
                understanding.complete() ? null : "the index did not tell in time what is known of images near it");
    }

    private static Item item(UnderstoodObject understood) {
        DetectedObject object = understood.object();
        return new Item(
                understood.id().toString(),
                object.category(),
                object.confidence(),
                object.box(),
                understood.dominance(),
                understood.dominant(),
                understood.relevant());
    }

    private static Keyword keyword(Annotation annotation) {
        return new Keyword(
                annotation.name(),
                annotation.confidence(),
                annotation.evidence().stream()
                        .map(UnderstandingWriter::evidence)
                        .toList());
    }

    private static Evidence evidence(Annotation.Evidence evidence) {
        return switch (evidence) {
            case ClassifierLabel label -> new Evidence("classifier", label.confidence(), null, null, null);
            case DuplicateText text ->
                new Evidence("duplicate-text", text.confidence(), text.image().hex(), text.text(), null);
            case NeighborLabels labels ->
                new Evidence(
                        "neighbors",
                        labels.confidence(),
                        null,
                        null,
                        labels.images().stream().map(ImageSignature::hex).toList());
        };
    }

    private static Duplicate duplicate(NearDuplicate duplicate) {
        return new Duplicate(duplicate.image().signature().hex(), duplicate.hammingFraction());
    }
}
