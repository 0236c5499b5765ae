package dev.sightline.blender.catalogue;

import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.ImageReference.BySource;
import dev.sightline.events.SourceId;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.List;

/** Finds images of one view of the index by what clients call them. What is not there is {@link ErrorCode#NOT_FOUND}, with the state that it is in. */
public final class ImageCatalogue {

    private final SearchView view;
    private final SourceRegistry registry;

    public ImageCatalogue(SearchView view, SourceRegistry registry) {
        this.view = view;
        this.registry = registry;
    }

    /** Where an image is on its way. */
    public ImageStatus status(ImageReference reference) {
        return switch (reference) {
            case BySignature(ImageSignature signature) -> new ImageStatus.OfImage(indexed(signature));
            case BySource(SourceId id) -> {
                Source source = source(id);
                yield new ImageStatus.OfSource(
                        source, source.liveSignature().flatMap(view::image).orElse(null));
            }
        };
    }

    /** An image that answers queries. */
    public StoredImage indexed(ImageReference reference) {
        return switch (reference) {
            case BySignature(ImageSignature signature) -> indexed(signature);
            case BySource(SourceId id) -> indexed(liveSignature(source(id)));
        };
    }

    /** An image that answers queries. */
    public StoredImage indexed(ImageSignature signature) {
        return view.image(signature).orElseThrow(() -> notFound("no image %s in the index".formatted(signature)));
    }

    /** The objects of an indexed image, surest first. */
    public List<StoredObject> objects(StoredImage image) {
        return view.objects(image.signature());
    }

    private Source source(SourceId id) {
        return registry.find(id)
                .filter(source -> view.scope().sees(source.version().key()))
                .orElseThrow(() -> notFound("no source " + id));
    }

    private static ImageSignature liveSignature(Source source) {
        return source.liveSignature()
                .orElseThrow(() -> notFound("source %s has no image in the index: it is %s"
                        .formatted(source.id(), source.state().slug())));
    }

    private static SightlineException notFound(String message) {
        return new SightlineException(ErrorCode.NOT_FOUND, message);
    }
}
