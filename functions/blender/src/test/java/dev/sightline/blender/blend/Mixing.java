package dev.sightline.blender.blend;

import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.CategoryRule;
import dev.sightline.policy.MixName;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One group to be blended, told in words: the candidates of Visual Search are named v1, v2 ..., those of Object Search o1 ..., those of
 * Image Search i1 ..., or as the test likes. Sources of the mix that a test does not mention were not triggered, with a confidence of 0.
 * The policy is the standard one. Not thread-safe.
 */
final class Mixing {

    private final MixName mix;
    private final Map<CandidateSource, SourceOutcome> outcomes = new EnumMap<>(CandidateSource.class);
    private final Pictures pictures = new Pictures();
    private BlenderPolicy policy = StandardPolicy.policy();
    private int limit = Limit.DEFAULT.value();
    private @Nullable ImageSignature queryImage;
    private @Nullable CategoryRule rule;

    private Mixing(MixName mix) {
        this.mix = mix;
        policy.mixes()
                .getOrDefault(mix, Map.of())
                .keySet()
                .forEach(source -> notTriggered(source, 0, "nothing speaks for it"));
    }

    static Mixing of(MixName mix) {
        return new Mixing(mix);
    }

    Mixing under(BlenderPolicy other) {
        policy = other;
        return this;
    }

    Mixing limit(int places) {
        limit = places;
        return this;
    }

    /** The query starts from this image. */
    Mixing about(String name) {
        queryImage = Pictures.signature(name);
        return this;
    }

    /** The focus is of the category of the standard policy's rule of that name. */
    Mixing category(String name) {
        rule = policy.categories().stream()
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElseThrow();
        return this;
    }

    /** These images look the same as the first of them. */
    Mixing alike(String first, String... others) {
        pictures.alike(first, List.of(others));
        return this;
    }

    /** Visual Search found v1 to v{count}. */
    Mixing visual(int count) {
        return found(CandidateSource.VISUAL_SEARCH, 1, numbered("v", count));
    }

    /** Object Search, triggered with that confidence, found o1 to o{count}. */
    Mixing objects(double confidence, int count) {
        return found(CandidateSource.OBJECT_SEARCH, confidence, numbered("o", count));
    }

    /** Image Search, triggered with that confidence, found i1 to i{count}. */
    Mixing words(double confidence, int count) {
        return found(CandidateSource.IMAGE_SEARCH, confidence, numbered("i", count));
    }

    /** A source found the images of these names, separated by spaces; a name in brackets is a fallback. */
    Mixing found(CandidateSource source, double confidence, String names) {
        List<Candidate> candidates = names.isEmpty()
                ? List.of()
                : Pictures.NAMES
                        .splitAsStream(names)
                        .map(name -> pictures.candidate(source, name))
                        .toList();
        return outcome(new Found(source, confidence, candidates, Duration.ofMillis(7)));
    }

    Mixing notTriggered(CandidateSource source, double confidence, String reason) {
        return outcome(new NotTriggered(source, confidence, reason));
    }

    Mixing late(CandidateSource source, double confidence) {
        return outcome(new Late(source, confidence, Duration.ofMillis(500)));
    }

    Mixing failed(CandidateSource source, double confidence) {
        return outcome(new Failed(source, confidence, ErrorCode.INDEX_UNAVAILABLE));
    }

    private Mixing outcome(SourceOutcome outcome) {
        outcomes.put(outcome.source(), outcome);
        return this;
    }

    private static String numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }

    /** As stage search hands it over. */
    SearchedQuery searched() {
        QueryFocus focus = new WholeImage(Fixtures.anEmbedding(1), Understanding.NONE, mix);
        UnderstoodQuery understood = new UnderstoodQuery(
                new Lens(new Picture(new byte[1]), Refinement.NONE, new Limit(limit)),
                queryImage,
                null,
                Fixtures.aModelSet().id(),
                List.of(focus));
        return new SearchedQuery(
                understood, policy, List.of(new SearchedFocus(focus, rule, new ArrayList<>(outcomes.values()))));
    }

    /** The blended group. */
    Blend blend() {
        return new Blend(new CandidateBlender().blend(searched()).groups().getFirst(), pictures);
    }

    /** A group as tests read it. */
    record Blend(BlendedGroup group, Pictures pictures) {

        /** The names of all results, in order. */
        String order() {
            return group.results().stream()
                    .map(result -> pictures.name(result.candidate().image().signature()))
                    .collect(Collectors.joining(" "));
        }

        /** For each source of the mix in order: {@code filled/quota}, and what it gave in place of others, such as {@code 3/3+2}. */
        String shares() {
            return group.sources().stream()
                    .map(share -> "%d/%d+%d".formatted(share.filled(), share.quota(), share.backfilled()))
                    .collect(Collectors.joining(" "));
        }

        /** The results that others were collapsed into, such as {@code v1=o2,i1}. */
        String duplicates() {
            return group.results().stream()
                    .filter(result -> !result.duplicates().isEmpty())
                    .map(result -> pictures.name(result.candidate().image().signature()) + "="
                            + result.duplicates().stream().map(pictures::name).collect(Collectors.joining(",")))
                    .collect(Collectors.joining(" "));
        }

        /** Where each result comes from, such as {@code visual-search#1} or {@code visual-search#1(object-search#3)}. */
        String origins() {
            return group.results().stream()
                    .map(result -> origin(result.source(), result.sourceRank()) + also(result))
                    .collect(Collectors.joining(" "));
        }

        private static String also(BlendedResult result) {
            return result.alsoFoundBy().isEmpty()
                    ? ""
                    : result.alsoFoundBy().stream()
                            .map(also -> origin(also.source(), also.rank()))
                            .collect(Collectors.joining(",", "(", ")"));
        }

        private static String origin(CandidateSource source, int rank) {
            return source.slug() + "#" + rank;
        }
    }
}
