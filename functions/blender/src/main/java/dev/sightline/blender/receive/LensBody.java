package dev.sightline.blender.receive;

import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a Lens request about the photo of an earlier one; {@code tags} and {@code category} narrow it as {@link Refinement} says. */
public record LensBody(
        @Nullable String queryId,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                maxItems = Refinement.MAX_TAGS,
                uniqueItems = true,
                description = "labels that every result must have")
        @Nullable List<@Nullable String> tags,

        @Schema(
                minLength = 1,
                maxLength = Refinement.MAX_NAME_LENGTH,
                description = "results with an object of this category come first")
        @Nullable String category,

        @Nullable Integer limit) {

    /**
     * The query.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} without a queryId, and as {@link QueryId} and {@link
     *     Refinement#ofFields}
     */
    public Lens toQuery() {
        if (queryId == null) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected queryId in a JSON body, got none; send a new photo as the body itself, with its own content type");
        }
        return new Lens(
                new StagedSubject(new QueryId(queryId)), Refinement.ofFields(tags, category), Limit.ofField(limit));
    }
}
