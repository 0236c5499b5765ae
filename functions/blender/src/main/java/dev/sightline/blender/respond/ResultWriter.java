package dev.sightline.blender.respond;

import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.rank.RankedResult;
import dev.sightline.blender.respond.ResultAnswer.Also;
import dev.sightline.blender.respond.ResultAnswer.RankingAnswer;
import dev.sightline.blender.respond.ResultAnswer.Why;
import dev.sightline.blender.search.Candidate.CoSaved;
import dev.sightline.blender.search.Candidate.Finding;
import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.search.Candidate.Remembered;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the results of a group, each with the reason for which it is there. */
final class ResultWriter {

    private ResultWriter() {}

    static List<ResultAnswer> write(List<BlendedResult> results) {
        return IntStream.range(0, results.size())
                .mapToObj(i -> write(i + 1, results.get(i), null))
                .toList();
    }

    static List<ResultAnswer> writeRanked(List<RankedResult> results) {
        return IntStream.range(0, results.size())
                .mapToObj(i -> write(i + 1, results.get(i).result(), ranking(results.get(i))))
                .toList();
    }

    private static RankingAnswer ranking(RankedResult ranked) {
        Map<String, Double> features = new TreeMap<>();
        ranked.features().values().forEach((feature, value) -> features.put(feature.slug(), value));
        return new RankingAnswer(ranked.rankBefore(), ranked.score(), ranked.boost(), features);
    }

    private static ResultAnswer write(int rank, BlendedResult result, @Nullable RankingAnswer ranking) {
        StoredImage image = result.candidate().image();
        return new ResultAnswer(
                rank,
                image.signature().hex(),
                image.keys(),
                score(result.candidate().finding()),
                image.frame().width(),
                image.frame().height(),
                image.labels(),
                result.duplicates().stream().map(ImageSignature::hex).toList(),
                ranking,
                why(result));
    }

    /** In 0..1, whatever the source. */
    private static double score(Finding finding) {
        return switch (finding) {
            case Lookalike like -> ofCosine(like.cosine());
            case HeldObjects held -> ofCosine(held.score());
            case HeldWords held -> held.score();
            case CoSaved saved -> saved.score();
            case Remembered winner -> Math.max(0, winner.boost()) / (1 + Math.max(0, winner.boost()));
        };
    }

    private static double ofCosine(double cosine) {
        return (1 + cosine) / 2;
    }

    private static Why why(BlendedResult result) {
        return switch (result.candidate().finding()) {
            case Lookalike like -> why(result, like);
            case HeldObjects held -> why(result, held);
            case HeldWords held -> why(result, held);
            case CoSaved saved -> why(result, saved.boards(), null);
            case Remembered winner -> why(result, null, winner.boost());
        };
    }

    private static Why why(BlendedResult result, Lookalike like) {
        return new Why(
                result.source().slug(),
                result.sourceRank(),
                also(result),
                like.hammingDistance(),
                like.hammingFraction(),
                like.cosine(),
                null,
                null,
                null,
                null,
                null,
                null,
                fallback(result));
    }

    private static Why why(BlendedResult result, HeldObjects held) {
        ObjectNeighbor best = held.best();
        return new Why(
                result.source().slug(),
                result.sourceRank(),
                also(result),
                best.hammingDistance(),
                best.hammingFraction(),
                best.cosine(),
                box(best),
                unlessEmpty(held.others().stream().map(ResultWriter::box).toList()),
                null,
                null,
                null,
                null,
                fallback(result));
    }

    private static Why why(BlendedResult result, HeldWords held) {
        return new Why(
                result.source().slug(),
                result.sourceRank(),
                also(result),
                null,
                null,
                null,
                null,
                null,
                unlessEmpty(held.terms()),
                held.preferred(),
                null,
                null,
                fallback(result));
    }

    private static Why why(BlendedResult result, @Nullable Integer boards, @Nullable Double boost) {
        return new Why(
                result.source().slug(),
                result.sourceRank(),
                also(result),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                boards,
                boost,
                fallback(result));
    }

    private static @Nullable List<Also> also(BlendedResult result) {
        return unlessEmpty(result.alsoFoundBy().stream()
                .map(also -> new Also(also.source().slug(), also.rank()))
                .toList());
    }

    private static NormalizedBox box(ObjectNeighbor neighbor) {
        return neighbor.object().object().box();
    }

    private static @Nullable Boolean fallback(BlendedResult result) {
        return result.candidate().fallback() ? Boolean.TRUE : null;
    }

    private static <T> @Nullable List<T> unlessEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
