package dev.sightline.testkit;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A generation of the fake index as somebody sees it who may see a part of it, at each question as it is then. */
record InMemoryScopedView(InMemoryGeneration whole, AccessScope scope) implements SearchView {

    private InMemoryGeneration seen() {
        return whole.within(scope);
    }

    @Override
    public Optional<IndexGeneration> generation() {
        return whole.generation();
    }

    @Override
    public List<Neighbor> nearest(VisualSearch search) {
        return seen().nearest(search);
    }

    @Override
    public List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        return seen().nearestObjects(search);
    }

    @Override
    public List<TextMatch> matching(TextSearch search) {
        return seen().matching(search);
    }

    @Override
    public Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures) {
        return seen().images(signatures);
    }

    @Override
    public Optional<StoredImage> image(ImageSignature signature) {
        return seen().image(signature);
    }

    @Override
    public Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return seen().imageEmbedding(signature);
    }

    @Override
    public List<StoredObject> objects(ImageSignature signature) {
        return seen().objects(signature);
    }

    @Override
    public Optional<Embedding> objectEmbedding(ObjectId id) {
        return seen().objectEmbedding(id);
    }

    @Override
    public Sizes sizes() {
        return seen().sizes();
    }
}
