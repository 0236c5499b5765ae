package dev.sightline.worker;

import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The analysis of the image, or of the part inside a box: x, y, w, h are fractions of the displayed frame, all four or none. */
    @POST
    @Path("analyze")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public String analyze(
            byte[] image,
            @QueryParam("x") @Nullable String x,
            @QueryParam("y") @Nullable String y,
            @QueryParam("w") @Nullable String w,
            @QueryParam("h") @Nullable String h) {
        return EventJson.write(
                box(x, y, w, h).map(box -> queries.analyzeCrop(image, box)).orElseGet(() -> queries.analyze(image)));
    }

    /** The model set with which this worker analyzes, and its detector for query pixels. */
    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public String models() {
        return EventJson.write(models);
    }

    private static Optional<NormalizedBox> box(
            @Nullable String x, @Nullable String y, @Nullable String w, @Nullable String h) {
        if (Stream.of(Optional.ofNullable(x), Optional.ofNullable(y), Optional.ofNullable(w), Optional.ofNullable(h))
                .allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new NormalizedBox(fraction("x", x), fraction("y", y), fraction("w", w), fraction("h", h)));
    }

    private static double fraction(String name, @Nullable String value) {
        try {
            return Double.parseDouble(Objects.requireNonNullElse(value, "nothing"));
        } catch (NumberFormatException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected a number for %s, got %s".formatted(name, value), e);
        }
    }
}
