package dev.sightline.blender.receive;

import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a Lens request about the photo of an earlier one; {@code tags}, {@code category}, {@code color}, {@code exclude} and {@code collection} narrow it as {@link Refinement} says. */
@Schema(requiredProperties = "queryId", description = "A further question about an earlier photo")
public record LensBody(
        @Schema(description = "an earlier photo, as its answer named it", pattern = Forms.QUERY_ID) @Nullable String queryId,

        @Schema(ref = "Tags") @Nullable List<@Nullable String> tags,

        @Schema(ref = "PreferredCategory") @Nullable String category,

        @Schema(ref = "Color") @Nullable String color,

        @Schema(ref = "Exclude") @Nullable List<@Nullable String> exclude,

        @Schema(ref = "Collection") @Nullable String collection,

        @Schema(ref = "Limit") @Nullable Integer limit) {

    /**
     * The query.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} without a queryId, and as {@link QueryId} and {@link
     *     Refinement#of}
     */
    public Lens toQuery() {
        if (queryId == null) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected queryId in a JSON body, got none; send a new photo as the body itself, with its own content type");
        }
        return new Lens(new StagedSubject(new QueryId(queryId)), refinement(), Limit.ofField(limit));
    }

    private Refinement refinement() {
        return Refinement.of(new Refinement.Fields(tags, category, color, exclude, collection));
    }
}
