package dev.sightline.blender.understand;

import dev.sightline.blender.staging.Keepsake;
import dev.sightline.blender.staging.Keepsake.SeenCrop;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.StoredImage;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.QueryId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the models see in any box of an image. The worker is asked once about each {@link ImageCrop}; its answer is remembered. Two
 * queries for the same crop at once may both ask: they are told the same.
 */
public final class FreeBoxes {

    private final StagedQueries staged;
    private final QueryAnalyzer analyzer;
    private final StoredPixels stored;
    private final QueryPhotos photos;

    public FreeBoxes(StagedQueries staged, QueryAnalyzer analyzer, StoredPixels stored, QueryPhotos photos) {
        this.staged = staged;
        this.analyzer = analyzer;
        this.stored = stored;
        this.photos = photos;
    }

    /** What was seen in a box. {@code keepsake}: what is to be stored for later queries; null: it is. */
    public record SeenBox(ImageAnalysis analysis, @Nullable Keepsake keepsake) {}

    /**
     * What the model set of a stored image sees in a box of it.
     *
     * @throws dev.sightline.visual.SightlineException as {@link StoredPixels} and {@link QueryAnalyzer}
     */
    SeenBox see(StoredImage image, NormalizedBox box, AccessScope scope) {
        ImageCrop crop = new ImageCrop(image.signature(), box);
        return see(crop, image.modelSet(), () -> stored.of(image), scope);
    }

    /**
     * What a model set sees in a box of a kept photo.
     *
     * @param served null: the one that saw the photo
     * @throws dev.sightline.visual.SightlineException as {@link QueryPhotos} and {@link QueryAnalyzer}
     */
    SeenBox see(QueryId id, NormalizedBox box, @Nullable ModelSetId served, AccessScope scope) {
        Optional<FeatureRecord> features = photos.kept(id, scope);
        ImageSignature signature =
                features.map(FeatureRecord::signature).orElseGet(() -> ImageSignature.of(photos.pixels(id, scope)));
        @Nullable ModelSetId modelSet = served == null
                ? features.map(seen -> seen.analysis().modelSet().id()).orElse(null)
                : served;
        return see(new ImageCrop(signature, box), modelSet, () -> photos.pixels(id, scope), scope);
    }

    private SeenBox see(ImageCrop crop, @Nullable ModelSetId modelSet, Supplier<byte[]> pixels, AccessScope scope) {
        Optional<ImageAnalysis> remembered =
                modelSet == null ? Optional.empty() : staged.within(scope).recall(crop, modelSet);
        if (remembered.isPresent()) {
            return new SeenBox(remembered.get(), null);
        }
        ImageAnalysis analysis = analyzer.analyzeCrop(pixels.get(), crop.box(), modelSet);
        return new SeenBox(analysis, new SeenCrop(crop, analysis));
    }
}
