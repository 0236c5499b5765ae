package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.pins.BoardAnswer;
import dev.sightline.blender.pins.BoardBody;
import dev.sightline.blender.pins.BoardDesk;
import dev.sightline.blender.pins.BoardsAnswer;
import dev.sightline.blender.pins.PinsAnswer;
import dev.sightline.blender.pins.Precondition;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.receive.SealedPages;
import dev.sightline.events.BoardRecord;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.BoardId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Boards: named lists of pins. Answers with one board carry its ETag, on which a change can be based by If-Match. */
@Tag(name = "boards")
@Path("/v1/boards")
public final class BoardsResource {

    private static final int NO_CONTENT = 204;

    private final BoardDesk desk;
    private final SealedPages pages;
    private final CurrentCaller caller;

    @Inject
    BoardsResource(BoardDesk desk, SealedPages pages, CurrentCaller caller) {
        this.desk = desk;
        this.pages = pages;
        this.caller = caller;
    }

    /** Makes a board. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createBoard", summary = "Makes a board", description = "Others may have the same name.")
    @APIResponse(
            responseCode = "201",
            description = "The board",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BoardAnswer.class)))
    public RestResponse<BoardAnswer> create(@Nullable BoardBody body) {
        return answer(RestResponse.Status.CREATED, desk.create(RequiredBody.of(body), caller.home()));
    }

    /** A page of all boards, in the order of their ids. */
    @GET
    @Operation(
            operationId = "listBoards",
            summary = "Lists boards",
            description = "A page of all boards, in the order of their ids.")
    public BoardsAnswer boards(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        BoardsAnswer page = desk.list(Limit.parse(limit), pages.open(cursor), caller.scope());
        return page.withNext(pages.seal(page.next()));
    }

    /** A board. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getBoard",
            summary = "Reads a board",
            description = "With its ETag, on which a change can be based.")
    public RestResponse<BoardAnswer> board(@PathParam("id") String id) {
        return answer(RestResponse.Status.OK, desk.find(new BoardId(id), caller.scope()));
    }

    /** Replaces name and description of a board. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceBoard",
            summary = "Replaces name and description of a board",
            description = "With If-Match only if nobody changed it meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "The board as it is now",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BoardAnswer.class)))
    public RestResponse<BoardAnswer> replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable BoardBody body) {
        Precondition precondition = Precondition.ofHeader(ifMatch);
        return answer(
                RestResponse.Status.OK,
                desk.replace(new BoardId(id), RequiredBody.of(body), precondition, caller.scope()));
    }

    /** Deletes a board with its pins. */
    @DELETE
    @Path("/{id}")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "deleteBoard",
            summary = "Deletes a board with its pins",
            description = "The pins go after it, within seconds.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public void delete(@PathParam("id") String id) {
        desk.delete(new BoardId(id), caller.scope());
    }

    /** A page of a board's pins, newest first. */
    @GET
    @Path("/{id}/pins")
    @Operation(
            operationId = "listBoardPins",
            summary = "Lists the pins of a board",
            description =
                    "A page of its pins of live images, newest first. What was saved last may be missing for about a second.")
    public PinsAnswer pins(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PinsAnswer page = desk.pins(new BoardId(id), Limit.parse(limit), pages.open(cursor), caller.scope());
        return page.withNext(pages.seal(page.next()));
    }

    private static RestResponse<BoardAnswer> answer(RestResponse.Status status, Versioned<BoardRecord> board) {
        return RestResponse.ResponseBuilder.create(status, BoardAnswer.of(board.value()))
                .tag(board.etag())
                .build();
    }
}
