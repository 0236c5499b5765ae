package dev.sightline.blender.catalogue;

import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.SourcePlace;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists what lies in the bucket, one item a key: so an upload is there as soon as it is pending, and a rejected one with its reason. The same
 * bytes under two keys are two items with one image.
 */
public final class ImageList {

    private final SearchView view;
    private final SourceRegistry registry;

    public ImageList(SearchView view, SourceRegistry registry) {
        this.view = view;
        this.registry = registry;
    }

    /** A page, newest first. */
    public ImageListAnswer page(ListQuery query) {
        int limit = query.limit().value();
        List<Source> sources = registry.newest(query.states(), query.after(), limit, view.scope());
        Map<ImageSignature, StoredImage> images = images(sources);
        return new ImageListAnswer(
                sources.stream()
                        .map(source -> ListedImage.of(source, image(source, images)))
                        .toList(),
                sources.size() < limit ? null : query.cursorAfter(SourcePlace.of(sources.getLast())));
    }

    private Map<ImageSignature, StoredImage> images(List<Source> sources) {
        Set<ImageSignature> live = sources.stream()
                .flatMap(source -> source.liveSignature().stream())
                .collect(Collectors.toUnmodifiableSet());
        return live.isEmpty() ? Map.of() : view.images(live);
    }

    private static @Nullable StoredImage image(Source source, Map<ImageSignature, StoredImage> images) {
        return source.liveSignature().map(images::get).orElse(null);
    }
}
