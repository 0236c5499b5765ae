package dev.sightline.blender.respond;

import dev.sightline.blender.blend.BlendedGroup;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.rank.RankedQuery;
import dev.sightline.blender.rank.Ranking;
import dev.sightline.blender.respond.Answer.Group;
import dev.sightline.blender.respond.Answer.Source;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.QueryId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stage respond: writes the answer to a query with its results. */
public final class AnswerWriter {

    /**
     * The answer under a request's id.
     *
     * @param notKept why later queries cannot name the photo; null: they can, or there is none
     */
    public Answer respond(RankedQuery ranked, @Nullable String notKept, String requestId, Duration took) {
        BlendedQuery blended = ranked.blended();
        Ranking ranking = ranked.ranking();
        UnderstoodQuery understood = blended.understood();
        return new Answer(
                requestId,
                notKept == null ? understood.stagedId().map(QueryId::value).orElse(null) : null,
                notKept,
                QueryWriter.write(understood),
                understood.modelSet().value(),
                blended.searched().policy().version(),
                ranking == null ? null : ranking.variant().name(),
                ranking == null ? null : ranking.ranker(),
                ranking == null ? null : ranking.problem(),
                ranking == null ? null : ranking.randomized(),
                isPartial(blended),
                UnderstandingWriter.write(understanding(understood)),
                blended.groups().stream().map(group -> group(group, ranking)).toList(),
                took.toMillis());
    }

    private static boolean isPartial(BlendedQuery blended) {
        return blended.groups().stream()
                .flatMap(group -> group.sources().stream())
                .anyMatch(SourceWriter::isMissing);
    }

    private static Understanding understanding(UnderstoodQuery understood) {
        return understood.focuses().stream()
                .findFirst()
                .map(QueryFocus::understanding)
                .orElse(Understanding.NONE);
    }

    private static Group group(BlendedGroup group, @Nullable Ranking ranking) {
        List<ResultAnswer> results =
                ranking == null ? ResultWriter.write(group.results()) : ResultWriter.writeRanked(ranking.results());
        List<Source> sources = group.sources().stream().map(SourceWriter::write).toList();
        return switch (group.focus()) {
            case WholeImage whole -> new Group("image", null, null, null, null, group.tags(), sources, results);
            case ObjectFocus focus -> {
                DetectedObject object = focus.object().object();
                yield new Group(
                        "object",
                        focus.object().id().toString(),
                        object.box(),
                        object.category(),
                        object.confidence(),
                        group.tags(),
                        sources,
                        results);
            }
            case Crop crop -> new Group("crop", null, crop.box(), null, null, group.tags(), sources, results);
        };
    }
}
