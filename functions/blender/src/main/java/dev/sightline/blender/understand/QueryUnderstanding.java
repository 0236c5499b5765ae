package dev.sightline.blender.understand;

import dev.sightline.blender.catalogue.ImageCatalogue;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.blender.understand.FreeBoxes.SeenBox;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.QueryPhotos.SeenPhoto;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.SearchView;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.MixName;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DominantObjectRule;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stage understand: what a query looks at, and how the models see it. */
public final class QueryUnderstanding {

    private static final Comparator<UnderstoodObject> SUREST_FIRST = Comparator.comparingDouble(
                    (UnderstoodObject understood) -> understood.object().confidence())
            .reversed();

    private final SourceRegistry registry;
    private final QueryPhotos photos;
    private final FreeBoxes boxes;

    public QueryUnderstanding(SourceRegistry registry, QueryPhotos photos, FreeBoxes boxes) {
        this.registry = registry;
        this.photos = photos;
        this.boxes = boxes;
    }

    /**
     * Understands a query as a view of the index shows it: all stored vectors are of that view, and pixels are analyzed with its model
     * set.
     *
     * @throws SightlineException with {@link ErrorCode#NOT_FOUND} if it names what is not in the index, or as {@link QueryPhotos} and
     *     {@link QueryAnalyzer}
     */
    public UnderstoodQuery understand(VisualQuery query, QueryContext context) {
        return switch (query) {
            case RelatedPins related -> understand(related, context);
            case Flashlight flashlight ->
                switch (flashlight.target()) {
                    case ObjectTarget target -> understand(flashlight, target, context);
                    case BoxTarget target -> understand(flashlight, target, context);
                };
            case Lens lens -> understand(lens, context);
        };
    }

    private UnderstoodQuery understand(RelatedPins query, QueryContext context) {
        SearchView view = context.view();
        StoredImage image = catalogue(view).indexed(query.image());
        Embedding embedding = view.imageEmbedding(image.signature())
                .orElseThrow(() -> notFound("no embedding of image %s".formatted(image.signature())));
        return about(query, image, new WholeImage(embedding, Understanding.NONE, MixName.RELATED));
    }

    private UnderstoodQuery understand(Flashlight query, ObjectTarget target, QueryContext context) {
        return switch (target.subject()) {
            case null -> storedObject(query, target.id(), context);
            case StoredSubject stored -> {
                requireSame(catalogue(context.view()).indexed(stored.image()).signature(), target.id());
                yield storedObject(query, target.id(), context);
            }
            case StagedSubject photo -> objectOfPhoto(query, photo, target.id(), context);
        };
    }

    private UnderstoodQuery storedObject(Flashlight query, ObjectId id, QueryContext context) {
        SearchView view = context.view();
        ImageCatalogue catalogue = catalogue(view);
        StoredImage image = catalogue.indexed(id.signature());
        StoredObject object = catalogue.objects(image).stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("no object " + id));
        Embedding embedding =
                view.objectEmbedding(id).orElseThrow(() -> notFound("no embedding of object %s".formatted(id)));
        UnderstoodObject understood = understood(id, object.object(), embedding, object.labels(), context.policy());
        return about(query, image, new ObjectFocus(understood, ofObject(understood), MixName.FLASHLIGHT));
    }

    private UnderstoodQuery objectOfPhoto(Flashlight query, StagedSubject subject, ObjectId id, QueryContext context) {
        SeenPhoto photo = photos.see(subject, context.view().modelSet().orElse(null));
        requireSame(photo.features().signature(), id);
        UnderstoodObject understood = objects(photo.features(), context.policy()).stream()
                .filter(object -> object.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("no object " + id));
        return about(query, photo, List.of(new ObjectFocus(understood, ofObject(understood), MixName.FLASHLIGHT)));
    }

    private UnderstoodQuery understand(Flashlight query, BoxTarget target, QueryContext context) {
        SearchView view = context.view();
        return switch (target.subject()) {
            case StoredSubject stored -> {
                StoredImage image = catalogue(view).indexed(stored.image());
                SeenBox seen = boxes.see(image, target.box());
                yield aboutBox(query, image.signature(), null, target.box(), seen);
            }
            case StagedSubject(QueryId id) -> {
                SeenBox seen = boxes.see(id, target.box(), view.modelSet().orElse(null));
                yield aboutBox(query, null, id, target.box(), seen);
            }
        };
    }

    private static UnderstoodQuery aboutBox(
            Flashlight query, @Nullable ImageSignature image, @Nullable QueryId id, NormalizedBox box, SeenBox seen) {
        ImageAnalysis analysis = seen.analysis();
        Crop crop = new Crop(box, analysis.embedding(), Understanding.NONE, MixName.FLASHLIGHT);
        return new UnderstoodQuery(query, image, id, analysis.modelSet().id(), List.of(crop), seen.keepsake());
    }

    private UnderstoodQuery understand(Lens query, QueryContext context) {
        SeenPhoto photo = photos.see(query.photo(), context.view().modelSet().orElse(null));
        ImageAnalysis analysis = photo.features().analysis();
        List<UnderstoodObject> objects = objects(photo.features(), context.policy());
        List<QueryFocus> focuses = new ArrayList<>();
        focuses.add(new WholeImage(
                analysis.embedding(), new Understanding(objects, List.of(), analysis.colors(), null), MixName.LENS));
        objects.stream()
                .filter(UnderstoodObject::relevant)
                .limit(context.policy().objects().maxGroups())
                .forEach(object -> focuses.add(new ObjectFocus(object, ofObject(object), MixName.LENS_OBJECT)));
        return about(query, photo, focuses);
    }

    private static List<UnderstoodObject> objects(FeatureRecord features, BlenderPolicy policy) {
        List<AnalyzedObject> analyzed = features.analysis().objects();
        return IntStream.range(0, analyzed.size())
                .mapToObj(i -> understood(
                        new ObjectId(features.signature(), i),
                        analyzed.get(i).object(),
                        analyzed.get(i).embedding(),
                        analyzed.get(i).labels(),
                        policy))
                .sorted(SUREST_FIRST)
                .toList();
    }

    private static UnderstoodObject understood(
            ObjectId id, DetectedObject object, Embedding embedding, List<Label> labels, BlenderPolicy policy) {
        double dominance = DominantObjectRule.score(object);
        boolean relevant = object.confidence() >= policy.objects().minConfidence()
                && dominance >= policy.objects().minDominance();
        boolean dominant = dominance >= DominantObjectRule.DEFAULT.minScore();
        return new UnderstoodObject(id, object, embedding, labels, dominance, dominant, relevant);
    }

    private static Understanding ofObject(UnderstoodObject object) {
        return new Understanding(List.of(object), List.of(), List.of(), null);
    }

    private ImageCatalogue catalogue(SearchView view) {
        return new ImageCatalogue(view, registry);
    }

    private static UnderstoodQuery about(VisualQuery query, StoredImage image, QueryFocus focus) {
        return new UnderstoodQuery(query, image.signature(), null, image.modelSet(), List.of(focus));
    }

    private static UnderstoodQuery about(VisualQuery query, SeenPhoto photo, List<QueryFocus> focuses) {
        ModelSetId modelSet = photo.features().analysis().modelSet().id();
        return new UnderstoodQuery(query, null, photo.id(), modelSet, focuses, photo.keepsake());
    }

    private static void requireSame(ImageSignature image, ObjectId object) {
        if (!object.signature().equals(image)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected an object of image %s, got %s".formatted(image, object));
        }
    }

    private static SightlineException notFound(String message) {
        return new SightlineException(ErrorCode.NOT_FOUND, message);
    }
}
