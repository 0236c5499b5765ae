package dev.sightline.blender.understand;

import dev.sightline.blender.receive.VisualQuery.Photo;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.blender.staging.Keepsake;
import dev.sightline.blender.staging.Keepsake.NewPhoto;
import dev.sightline.blender.staging.Keepsake.SeenAnew;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The photos of queries, new ones and those that are kept of earlier queries, and what the models see in them. */
public final class QueryPhotos {

    private final StagedQueries staged;
    private final QueryAnalyzer analyzer;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random makes the ids, so its values must not be guessed */
    public QueryPhotos(StagedQueries staged, QueryAnalyzer analyzer, Clock clock, RandomGenerator random) {
        this.staged = staged;
        this.analyzer = analyzer;
        this.clock = clock;
        this.random = random;
    }

    /** A photo under the id that later queries name it by. {@code keepsake}: what is to be stored for them; null: it is. */
    public record SeenPhoto(
            QueryId id, FeatureRecord features, @Nullable Keepsake keepsake) {}

    /**
     * What a model set sees in a photo. The worker is asked about a new photo, and about a kept one that only another model set has seen.
     *
     * @param served null: any model set
     * @param scope whose earlier photos there are
     * @throws SightlineException as {@link #kept}, and as {@link QueryAnalyzer}
     */
    SeenPhoto see(Photo photo, @Nullable ModelSetId served, AccessScope scope) {
        return switch (photo) {
            case Picture(byte[] bytes) -> {
                FeatureRecord features = analyze(bytes, served);
                QueryId id = QueryId.random(clock.instant(), random);
                yield new SeenPhoto(id, features, new NewPhoto(id, bytes, features));
            }
            case StagedSubject(QueryId id) -> seeKept(id, served, scope);
        };
    }

    private SeenPhoto seeKept(QueryId id, @Nullable ModelSetId served, AccessScope scope) {
        Optional<FeatureRecord> seen = kept(id, scope)
                .filter(features ->
                        served == null || features.analysis().modelSet().id().equals(served));
        if (seen.isPresent()) {
            return new SeenPhoto(id, seen.get(), null);
        }
        FeatureRecord features = analyze(pixels(id, scope), served);
        return new SeenPhoto(id, features, new SeenAnew(id, features));
    }

    /**
     * What was last seen in a kept photo, by whatever model set, or empty if that is not known any more.
     *
     * @throws SightlineException with {@link ErrorCode#QUERY_EXPIRED} once the id is too old
     */
    Optional<FeatureRecord> kept(QueryId id, AccessScope scope) {
        if (id.isExpired(clock.instant())) {
            throw new SightlineException(
                    ErrorCode.QUERY_EXPIRED,
                    "the photo of query %s was kept until %s; ask with the photo again".formatted(id, id.expiresAt()));
        }
        return staged.within(scope).features(id);
    }

    /**
     * The pixels of a kept photo.
     *
     * @throws SightlineException with {@link ErrorCode#NOT_FOUND} if there are none under this id
     */
    byte[] pixels(QueryId id, AccessScope scope) {
        return staged.within(scope)
                .pixels(id)
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.NOT_FOUND, "no photo of query %s is kept; ask with the photo again".formatted(id)));
    }

    private FeatureRecord analyze(byte[] pixels, @Nullable ModelSetId served) {
        ImageAnalysis analysis = analyzer.analyze(pixels, served);
        return new FeatureRecord(ImageSignature.of(pixels), analysis, clock.instant());
    }
}
