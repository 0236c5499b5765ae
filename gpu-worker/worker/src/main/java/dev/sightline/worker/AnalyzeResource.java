package dev.sightline.worker;

import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Internal HTTP interface for query pixels: an image's bytes in, {@link dev.sightline.events.ImageAnalysis} out. */
@Path("/")
public final class AnalyzeResource {

    private final QueryAnalysis queries;
    private final WorkerModels models;

    @Inject
    AnalyzeResource(QueryAnalysis queries, WorkerModels models) {
        this.queries = queries;
        this.models = models;
    }

    /**
     * The analysis of the image, or of the part inside a box: x, y, w, h are fractions of the displayed frame, all four or none. By
     * the current model set unless another loaded one is named.
     */
    @POST
    @Path("analyze")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public String analyze(
            byte[] image, @BeanParam BoxParameters box, @QueryParam("modelSet") @Nullable String modelSet) {
        ModelSetId asked = modelSet == null ? null : modelSetId(modelSet);
        return EventJson.write(box.box()
                .map(part -> queries.analyzeCrop(image, part, asked))
                .orElseGet(() -> queries.analyze(image, asked)));
    }

    private static ModelSetId modelSetId(String text) {
        try {
            return new ModelSetId(text);
        } catch (IllegalArgumentException e) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "modelSet: " + e.getMessage(), e);
        }
    }

    /** The model set with which this worker analyzes, and its detector for query pixels. */
    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public String models() {
        return EventJson.write(models);
    }
}
