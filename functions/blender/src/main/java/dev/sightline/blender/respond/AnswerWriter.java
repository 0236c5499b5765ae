package dev.sightline.blender.respond;

import dev.sightline.blender.blend.BlendedGroup;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.respond.Answer.Group;
import dev.sightline.blender.respond.Answer.Query;
import dev.sightline.blender.respond.Answer.Result;
import dev.sightline.blender.respond.Answer.Why;
import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stage respond: writes the answer to a blended query. */
public final class AnswerWriter {

    /** The answer under a request's id. */
    public Answer respond(BlendedQuery blended, String requestId, Duration took) {
        return new Answer(
                requestId,
                query(blended.understood()),
                blended.understood().modelSet().value(),
                blended.groups().stream().map(AnswerWriter::group).toList(),
                took.toMillis());
    }

    private static Query query(UnderstoodQuery understood) {
        @Nullable String imageId = understood.queryImage().map(ImageSignature::hex).orElse(null);
        return switch (understood.query()) {
            case RelatedPins related -> new Query("related", imageId, null, null);
            case Flashlight flashlight ->
                switch (flashlight.target()) {
                    case ObjectTarget target ->
                        new Query("flashlight", imageId, target.id().toString(), null);
                    case BoxTarget target -> new Query("flashlight", imageId, null, target.box());
                };
            case Lens lens -> new Query("lens", null, null, null);
        };
    }

    private static Group group(BlendedGroup group) {
        List<Result> results = results(group.results());
        return switch (group.focus()) {
            case WholeImage whole -> new Group("image", null, null, null, results);
            case ObjectFocus focus -> {
                DetectedObject object = focus.object().object();
                yield new Group("object", object.box(), object.category(), object.confidence(), results);
            }
            case Crop crop -> new Group("crop", crop.box(), null, null, results);
        };
    }

    private static List<Result> results(List<BlendedResult> results) {
        return IntStream.range(0, results.size())
                .mapToObj(i -> result(i + 1, results.get(i)))
                .toList();
    }

    private static Result result(int rank, BlendedResult blended) {
        StoredImage image = blended.candidate().image();
        return switch (blended.candidate().finding()) {
            case Lookalike like ->
                new Result(
                        rank,
                        image.signature().hex(),
                        image.keys(),
                        (1 + like.cosine()) / 2,
                        image.frame().width(),
                        image.frame().height(),
                        image.labels(),
                        new Why(
                                blended.source().slug(),
                                like.hammingDistance(),
                                like.hammingFraction(),
                                like.cosine()));
            case HeldObjects held -> throw new IllegalStateException("no answer yet for " + held);
            case HeldWords held -> throw new IllegalStateException("no answer yet for " + held);
        };
    }
}
