package dev.sightline.bench.micro;

import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.CoSaved;
import dev.sightline.blender.search.Candidate.Finding;
import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.search.Candidate.Remembered;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.events.Frame;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A searched query in which all sources have found {@value #CANDIDATES} images, no two alike, with codes of {@value #BITS} bits. */
final class FiveSources {

    static final int LIMIT = 100;

    private static final int CANDIDATES = 200;
    private static final int BITS = 1280;
    private static final ModelSetId MODEL_SET = new ModelSetId("bench-0123456789ab");
    private static final NormalizedBox BOX = new NormalizedBox(0.25, 0.25, 0.5, 0.5);
    private static final Instant INDEXED = Instant.EPOCH;

    private FiveSources() {}

    static SearchedQuery searched() {
        QueryFocus focus = new WholeImage(
                new Embedding(DenseEmbedding.normalized(new float[] {1, 1}), code("query")),
                Understanding.NONE,
                MixName.RELATED);
        UnderstoodQuery understood = new UnderstoodQuery(
                new Lens(new Picture(new byte[1]), Refinement.NONE, new Limit(LIMIT)),
                null,
                null,
                MODEL_SET,
                List.of(focus));
        List<SourceOutcome> outcomes =
                Arrays.stream(CandidateSource.values()).map(FiveSources::found).toList();
        return new SearchedQuery(understood, policy(), List.of(new SearchedFocus(focus, outcomes)));
    }

    /** The standard one, which has no mix of all five: Object Search is added to that of Related Pins. */
    private static BlenderPolicy policy() {
        BlenderPolicy standard = StandardPolicy.policy();
        Map<MixName, Map<CandidateSource, SourcePolicy>> mixes = new EnumMap<>(standard.mixes());
        Map<CandidateSource, SourcePolicy> sources = new EnumMap<>(CandidateSource.class);
        sources.putAll(standard.mixes().getOrDefault(MixName.RELATED, Map.of()));
        sources.put(
                CandidateSource.OBJECT_SEARCH,
                standard.source(MixName.LENS, CandidateSource.OBJECT_SEARCH).orElseThrow());
        mixes.put(MixName.RELATED, sources);
        return standard.withMixes(mixes);
    }

    private static SourceOutcome found(CandidateSource source) {
        List<Candidate> candidates = IntStream.range(0, CANDIDATES)
                .mapToObj(place -> candidate(source, source.slug() + "-" + place))
                .toList();
        return new Found(source, 1, candidates, Duration.ofMillis(7));
    }

    private static Candidate candidate(CandidateSource source, String name) {
        ImageSignature signature = ImageSignature.of(name.getBytes(StandardCharsets.UTF_8));
        StoredImage image = new StoredImage(
                signature,
                MODEL_SET,
                List.of("bench/%s.jpg".formatted(name)),
                new Frame("jpeg", 640, 480),
                List.of(new Label("chair", 0.7), new Label("table", 0.2)),
                List.of(),
                code(name),
                INDEXED);
        return new Candidate(image, finding(source, signature));
    }

    private static BinaryEmbedding code(String name) {
        byte[] packed = new byte[BITS / Byte.SIZE];
        new Random(name.hashCode()).nextBytes(packed);
        return BinaryEmbedding.ofPacked(packed);
    }

    private static Finding finding(CandidateSource source, ImageSignature signature) {
        return switch (source) {
            case VISUAL_SEARCH -> new Lookalike(300, 0.25, 0.5);
            case OBJECT_SEARCH -> {
                StoredObject object =
                        new StoredObject(new ObjectId(signature, 0), new DetectedObject("chair", 0.9, BOX), List.of());
                yield new HeldObjects(new ObjectNeighbor(object, 300, 0.25, 0.5), List.of(), 0.5);
            }
            case IMAGE_SEARCH -> new HeldWords(List.of("chair"), 0.5, false);
            case CO_SAVE -> new CoSaved(2, 0.5);
            case REMEMBERED_WINNERS -> new Remembered(1);
        };
    }
}
