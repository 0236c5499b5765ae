package dev.sightline.blender.understand;

import dev.sightline.blender.catalogue.ImageCatalogue;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.SearchView;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stage understand: what a query looks at, and how the models see it. */
public final class QueryUnderstanding {

    /** Groups of a Lens answer beside that of the whole picture. Ours. */
    static final int MAX_LENS_OBJECTS = 5;

    private static final Comparator<AnalyzedObject> SUREST_FIRST = Comparator.comparingDouble(
                    (AnalyzedObject analyzed) -> analyzed.object().confidence())
            .reversed();

    private final SourceRegistry registry;
    private final StoredPixels pixels;
    private final QueryAnalyzer analyzer;

    public QueryUnderstanding(SourceRegistry registry, StoredPixels pixels, QueryAnalyzer analyzer) {
        this.registry = registry;
        this.pixels = pixels;
        this.analyzer = analyzer;
    }

    /**
     * Understands a query as a view of the index shows it: all stored vectors are of that view, and pixels are analyzed with its model
     * set.
     *
     * @throws SightlineException with {@link ErrorCode#NOT_FOUND} if it names what is not in the index, or as {@link QueryAnalyzer}
     */
    public UnderstoodQuery understand(VisualQuery query, SearchView view) {
        return switch (query) {
            case RelatedPins related -> understand(related, view);
            case Flashlight flashlight ->
                switch (flashlight.target()) {
                    case ObjectTarget target -> understand(flashlight, target, view);
                    case BoxTarget target -> understand(flashlight, target, view);
                };
            case Lens lens -> understand(lens, view);
        };
    }

    private UnderstoodQuery understand(RelatedPins query, SearchView view) {
        StoredImage image = catalogue(view).indexed(query.image());
        Embedding embedding = view.imageEmbedding(image.signature())
                .orElseThrow(() -> notFound("no embedding of image %s".formatted(image.signature())));
        return about(query, image, new WholeImage(embedding));
    }

    private UnderstoodQuery understand(Flashlight query, ObjectTarget target, SearchView view) {
        ImageCatalogue catalogue = catalogue(view);
        ObjectId id = target.id();
        if (target.image() != null) {
            requireSame(catalogue.indexed(target.image()).signature(), id);
        }
        StoredImage image = catalogue.indexed(id.signature());
        StoredObject object = catalogue.objects(image).stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("no object " + id));
        Embedding embedding =
                view.objectEmbedding(id).orElseThrow(() -> notFound("no embedding of object %s".formatted(id)));
        return about(query, image, new ObjectFocus(object.object(), embedding));
    }

    private UnderstoodQuery understand(Flashlight query, BoxTarget target, SearchView view) {
        StoredImage image = catalogue(view).indexed(target.image());
        ImageAnalysis crop = analyzer.analyzeCrop(pixels.of(image), target.box(), image.modelSet());
        return new UnderstoodQuery(
                query, image.signature(), crop.modelSet().id(), List.of(new Crop(target.box(), crop.embedding())));
    }

    private UnderstoodQuery understand(Lens query, SearchView view) {
        ImageAnalysis analysis =
                analyzer.analyze(query.picture(), view.modelSet().orElse(null));
        List<QueryFocus> focuses = new ArrayList<>();
        focuses.add(new WholeImage(analysis.embedding()));
        analysis.objects().stream()
                .sorted(SUREST_FIRST)
                .limit(MAX_LENS_OBJECTS)
                .forEach(analyzed -> focuses.add(new ObjectFocus(analyzed.object(), analyzed.embedding())));
        return new UnderstoodQuery(query, null, analysis.modelSet().id(), focuses);
    }

    private ImageCatalogue catalogue(SearchView view) {
        return new ImageCatalogue(view, registry);
    }

    private static UnderstoodQuery about(VisualQuery query, StoredImage image, QueryFocus focus) {
        return new UnderstoodQuery(query, image.signature(), image.modelSet(), List.of(focus));
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
