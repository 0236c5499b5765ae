package dev.sightline.index;

import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The view of an index of which no generation is served, for who may see all or a part of it. */
public record EmptySearchView(AccessScope scope) implements SearchView {

    @Override
    public Optional<IndexGeneration> generation() {
        return Optional.empty();
    }

    @Override
    public List<Neighbor> nearest(VisualSearch search) {
        return List.of();
    }

    @Override
    public List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        return List.of();
    }

    @Override
    public List<TextMatch> matching(TextSearch search) {
        return List.of();
    }

    @Override
    public Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures) {
        return Map.of();
    }

    @Override
    public Optional<StoredImage> image(ImageSignature signature) {
        return Optional.empty();
    }

    @Override
    public Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return Optional.empty();
    }

    @Override
    public List<StoredObject> objects(ImageSignature signature) {
        return List.of();
    }

    @Override
    public Optional<Embedding> objectEmbedding(ObjectId id) {
        return Optional.empty();
    }

    @Override
    public Sizes sizes() {
        return new Sizes(0, 0);
    }
}
