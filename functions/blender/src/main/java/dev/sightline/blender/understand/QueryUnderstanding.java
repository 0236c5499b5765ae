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
import dev.sightline.blender.understand.FocusAnnotations.LabeledFocus;
import dev.sightline.blender.understand.FreeBoxes.SeenBox;
import dev.sightline.blender.understand.Lookup.Outcome;
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
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final FocusAnnotations annotations;

    public QueryUnderstanding(
            SourceRegistry registry, QueryPhotos photos, FreeBoxes boxes, FocusAnnotations annotations) {
        this.registry = registry;
        this.photos = photos;
        this.boxes = boxes;
        this.annotations = annotations;
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
        Lookup<List<UnderstoodObject>> lookup = Lookup.start(() -> objects(image, context), context.budget());
        Embedding embedding = view.imageEmbedding(image.signature())
                .orElseThrow(() -> notFound("no embedding of image %s".formatted(image.signature())));
        Outcome<List<UnderstoodObject>> objects = lookup.answerOr(List.of());
        Understanding seen = new Understanding(objects.value(), List.of(), image.colors(), null, objects.answered());
        WholeImage whole = new WholeImage(embedding, seen, MixName.RELATED);
        return about(query, image, new LabeledFocus(whole, image.labels()), context);
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
        List<StoredObject> objects = catalogue.objects(image);
        StoredObject object = objects.stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("no object " + id));
        Embedding embedding =
                view.objectEmbedding(id).orElseThrow(() -> notFound("no embedding of object %s".formatted(id)));
        ObjectJudge judge =
                ObjectJudge.of(objects.stream().map(StoredObject::object).toList(), context.policy());
        UnderstoodObject understood = judge.understood(id, object.object(), embedding, object.labels());
        return about(query, image, labeled(understood, MixName.FLASHLIGHT), context);
    }

    private UnderstoodQuery objectOfPhoto(Flashlight query, StagedSubject subject, ObjectId id, QueryContext context) {
        SeenPhoto photo = photos.see(
                subject, context.view().modelSet().orElse(null), context.view().scope());
        requireSame(photo.features().signature(), id);
        UnderstoodObject understood = objects(photo.features(), context.policy()).stream()
                .filter(object -> object.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("no object " + id));
        return about(query, photo, List.of(labeled(understood, MixName.FLASHLIGHT)), context);
    }

    private UnderstoodQuery understand(Flashlight query, BoxTarget target, QueryContext context) {
        SearchView view = context.view();
        return switch (target.subject()) {
            case StoredSubject stored -> {
                StoredImage image = catalogue(view).indexed(stored.image());
                SeenBox seen = boxes.see(image, target.box(), view.scope());
                yield aboutBox(new BoxQuery(query, image.signature(), null, target.box()), seen, context);
            }
            case StagedSubject(QueryId id) -> {
                SeenBox seen = boxes.see(id, target.box(), view.modelSet().orElse(null), view.scope());
                yield aboutBox(new BoxQuery(query, null, id, target.box()), seen, context);
            }
        };
    }

    /** A box of a stored image, or of a kept photo. */
    private record BoxQuery(
            VisualQuery query,
            @Nullable ImageSignature image,
            @Nullable QueryId photo,
            NormalizedBox box) {}

    private UnderstoodQuery aboutBox(BoxQuery asked, SeenBox seen, QueryContext context) {
        ImageAnalysis analysis = seen.analysis();
        Understanding colors = new Understanding(List.of(), List.of(), analysis.colors(), null);
        Crop crop = new Crop(asked.box(), analysis.embedding(), colors, MixName.FLASHLIGHT);
        ModelSetId modelSet = analysis.modelSet().id();
        List<QueryFocus> focuses = annotations.annotate(
                List.of(new LabeledFocus(crop, analysis.labels())), asked.image(), modelSet, context);
        return new UnderstoodQuery(asked.query(), asked.image(), asked.photo(), modelSet, focuses, seen.keepsake());
    }

    private UnderstoodQuery understand(Lens query, QueryContext context) {
        SeenPhoto photo = photos.see(
                query.photo(),
                context.view().modelSet().orElse(null),
                context.view().scope());
        ImageAnalysis analysis = photo.features().analysis();
        List<UnderstoodObject> objects = objects(photo.features(), context.policy());
        List<LabeledFocus> focuses = new ArrayList<>();
        Understanding seen = new Understanding(objects, List.of(), analysis.colors(), null);
        focuses.add(new LabeledFocus(new WholeImage(analysis.embedding(), seen, MixName.LENS), analysis.labels()));
        objects.stream()
                .filter(UnderstoodObject::relevant)
                .limit(context.policy().objects().maxGroups())
                .forEach(object -> focuses.add(labeled(object, MixName.LENS_OBJECT)));
        return about(query, photo, focuses, context);
    }

    private static List<UnderstoodObject> objects(FeatureRecord features, BlenderPolicy policy) {
        List<AnalyzedObject> analyzed = features.analysis().objects();
        ObjectJudge judge =
                ObjectJudge.of(analyzed.stream().map(AnalyzedObject::object).toList(), policy);
        return IntStream.range(0, analyzed.size())
                .mapToObj(i -> judge.understood(
                        new ObjectId(features.signature(), i),
                        analyzed.get(i).object(),
                        analyzed.get(i).embedding(),
                        analyzed.get(i).labels()))
                .sorted(SUREST_FIRST)
                .toList();
    }

    /** Those that were not deleted meanwhile. */
    private List<UnderstoodObject> objects(StoredImage image, QueryContext context) {
        List<StoredObject> objects = catalogue(context.view()).objects(image);
        ObjectJudge judge =
                ObjectJudge.of(objects.stream().map(StoredObject::object).toList(), context.policy());
        Map<ObjectId, Embedding> embeddings = context.view()
                .objectEmbeddings(objects.stream().map(StoredObject::id).collect(Collectors.toSet()));
        return objects.stream()
                .flatMap(stored -> Optional.ofNullable(embeddings.get(stored.id())).stream()
                        .map(embedding -> judge.understood(stored.id(), stored.object(), embedding, stored.labels())))
                .sorted(SUREST_FIRST)
                .toList();
    }

    private static LabeledFocus labeled(UnderstoodObject object, MixName mix) {
        Understanding seen = new Understanding(List.of(object), List.of(), List.of(), null);
        return new LabeledFocus(new ObjectFocus(object, seen, mix), object.labels());
    }

    private ImageCatalogue catalogue(SearchView view) {
        return new ImageCatalogue(view, registry);
    }

    private UnderstoodQuery about(VisualQuery query, StoredImage image, LabeledFocus focus, QueryContext context) {
        List<QueryFocus> focuses = annotations.annotate(List.of(focus), image.signature(), image.modelSet(), context);
        return new UnderstoodQuery(query, image.signature(), null, image.modelSet(), focuses);
    }

    private UnderstoodQuery about(
            VisualQuery query, SeenPhoto photo, List<LabeledFocus> focuses, QueryContext context) {
        ModelSetId modelSet = photo.features().analysis().modelSet().id();
        List<QueryFocus> annotated = annotations.annotate(focuses, null, modelSet, context);
        return new UnderstoodQuery(query, null, photo.id(), modelSet, annotated, photo.keepsake());
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
