package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.contract.ProblemResponses;
import dev.sightline.blender.pins.PinAnswer;
import dev.sightline.blender.pins.PinBody;
import dev.sightline.blender.pins.PinDesk;
import dev.sightline.blender.pins.Precondition;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.PinId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pins: saves of images to boards. Answers with one pin carry its ETag, on which a change can be based by If-Match. */
@Tag(name = "pins")
@Path("/v1/pins")
public final class PinsResource {

    private static final int NO_CONTENT = 204;

    private final PinDesk desk;
    private final CurrentCaller caller;

    @Inject
    PinsResource(PinDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Saves an image to a board. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = ProblemResponses.EXTENSION, value = "404")
    @Operation(
            operationId = "savePin",
            summary = "Saves an image to a board",
            description = "An image may be saved several times, to the same board too: each save is a pin.")
    @APIResponse(
            responseCode = "201",
            description = "The pin",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PinAnswer.class)))
    public RestResponse<PinAnswer> save(@Nullable PinBody body) {
        return answer(RestResponse.Status.CREATED, desk.create(RequiredBody.of(body), caller.scope()));
    }

    /** A pin. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPin",
            summary = "Reads a pin",
            description = "With its ETag, on which a change can be based.")
    public RestResponse<PinAnswer> pin(@PathParam("id") String id) {
        return answer(RestResponse.Status.OK, desk.find(PinId.parse(id), caller.scope()));
    }

    /** Replaces the board and all texts of a pin. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replacePin",
            summary = "Replaces the board and all texts of a pin",
            description = "With If-Match only if nobody changed it meanwhile. The image stays.")
    @APIResponse(
            responseCode = "200",
            description = "The pin as it is now",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PinAnswer.class)))
    public RestResponse<PinAnswer> replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PinBody body) {
        Precondition precondition = Precondition.ofHeader(ifMatch);
        return answer(
                RestResponse.Status.OK,
                desk.replace(PinId.parse(id), RequiredBody.of(body), precondition, caller.scope()));
    }

    /** Takes a save back. */
    @DELETE
    @Path("/{id}")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "deletePin",
            summary = "Takes a save back",
            description = "The pin is gone from all lists within seconds.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public void delete(@PathParam("id") String id) {
        desk.delete(PinId.parse(id), caller.scope());
    }

    private static RestResponse<PinAnswer> answer(RestResponse.Status status, Versioned<PinRecord> pin) {
        return RestResponse.ResponseBuilder.create(status, PinAnswer.of(pin.value()))
                .tag(pin.etag())
                .build();
    }
}
