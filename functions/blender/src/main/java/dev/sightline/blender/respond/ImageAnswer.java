package dev.sightline.blender.respond;

import dev.sightline.blender.catalogue.ImageStatus;
import dev.sightline.blender.catalogue.ImageStatus.OfImage;
import dev.sightline.blender.catalogue.ImageStatus.OfSource;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an image is on its way: {@code state} is pending, indexed, rejected, failed or removed. */
public record ImageAnswer(
        String id,
        String state,
        @Nullable String key,
        @Nullable String signature,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String modelSet,
        Instant changedAt,
        @Nullable Image image) {

    /** The answer for a status. */
    public static ImageAnswer of(ImageStatus status) {
        return switch (status) {
            case OfImage(StoredImage image) -> of(image);
            case OfSource(Source source, var image) -> of(source, image);
        };
    }

    private static ImageAnswer of(StoredImage image) {
        String id = image.signature().hex();
        return new ImageAnswer(
                id,
                SourceState.INDEXED.slug(),
                null,
                id,
                null,
                null,
                image.modelSet().value(),
                image.indexedAt(),
                Image.of(image));
    }

    private static ImageAnswer of(Source source, @Nullable StoredImage image) {
        return new ImageAnswer(
                source.id().value(),
                source.state().slug(),
                source.version().key(),
                source.liveSignature().map(ImageSignature::hex).orElse(null),
                Optional.ofNullable(source.reason()).map(ErrorCode::slug).orElse(null),
                source.detail().isEmpty() ? null : source.detail(),
                Optional.ofNullable(source.modelSet()).map(ModelSetId::value).orElse(null),
                source.changedAt(),
                Optional.ofNullable(image).map(Image::of).orElse(null));
    }

    /**
     * An image as the index knows it; width and height in pixels of the displayed frame. {@code frameNumber} says which frame or page
     * of the file that is, from 0.
     */
    public record Image(
            String imageId,
            List<String> keys,
            int width,
            int height,
            int frameNumber,
            String format,
            List<Label> labels,
            Instant indexedAt) {

        public Image {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
        }

        private static Image of(StoredImage image) {
            return new Image(
                    image.signature().hex(),
                    image.keys(),
                    image.frame().width(),
                    image.frame().height(),
                    image.frame().number(),
                    image.frame().format(),
                    image.labels(),
                    image.indexedAt());
        }
    }
}
