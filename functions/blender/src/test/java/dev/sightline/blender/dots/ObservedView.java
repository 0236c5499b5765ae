package dev.sightline.blender.dots;

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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A view that notes what is asked of another one, and does something before each question for the embedding of an object. */
final class ObservedView implements SearchView {

    private final SearchView real;
    private final Consumer<ObjectId> before;
    private final Queue<VisualSearch> searches = new ConcurrentLinkedQueue<>();

    ObservedView(SearchView real, Consumer<ObjectId> before) {
        this.real = real;
        this.before = before;
    }

    ObservedView(SearchView real) {
        this(real, id -> {});
    }

    /** Every k-NN, in no order. */
    List<VisualSearch> searches() {
        return List.copyOf(searches);
    }

    @Override
    public Optional<IndexGeneration> generation() {
        return real.generation();
    }

    @Override
    public AccessScope scope() {
        return real.scope();
    }

    @Override
    public List<Neighbor> nearest(VisualSearch search) {
        searches.add(search);
        return real.nearest(search);
    }

    @Override
    public List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        searches.add(search);
        return real.nearestObjects(search);
    }

    @Override
    public List<TextMatch> matching(TextSearch search) {
        return real.matching(search);
    }

    @Override
    public Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures) {
        return real.images(signatures);
    }

    @Override
    public Optional<StoredImage> image(ImageSignature signature) {
        return real.image(signature);
    }

    @Override
    public Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return real.imageEmbedding(signature);
    }

    @Override
    public List<StoredObject> objects(ImageSignature signature) {
        return real.objects(signature);
    }

    @Override
    public Optional<Embedding> objectEmbedding(ObjectId id) {
        before.accept(id);
        return real.objectEmbedding(id);
    }

    @Override
    public Sizes sizes() {
        return real.sizes();
    }
}
