package dev.sightline.blender.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.sightline.blender.access.OperationRoles;
import dev.sightline.blender.receive.ApiGatewayRequestId;
import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what was thrown into an answer. */
public final class ProblemMappers {

    private static final Logger LOG = System.getLogger(ProblemMappers.class.getName());
    private static final int SERVER_ERRORS = 500;

    /** How to say who one is: by a key in a header of its own, for which HTTP has no name. */
    private static final String CHALLENGE = "ApiKey";

    private final ApiGatewayRequestId requestId;

    private final CurrentTrace trace;

    @Inject
    ProblemMappers(ApiGatewayRequestId requestId, CurrentTrace trace) {
        this.requestId = requestId;
        this.trace = trace;
    }

    @ServerExceptionMapper
    Response refused(SightlineException e) {
        if (e.code().httpStatus() >= SERVER_ERRORS) {
            LOG.log(
                    Level.WARNING,
                    "request %s, trace %s: %s"
                            .formatted(requestId.value(), traceId(), e.code().slug()),
                    e);
        }
        Problem problem = Problem.of(e.code(), String.valueOf(e.getMessage()), requestId.value());
        Response.ResponseBuilder response = response(problem);
        RetryAfter.seconds(e.code()).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (e.code() == ErrorCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response unknownRoute(NotFoundException e) {
        return answer(Problem.of(ErrorCode.NOT_FOUND, "no such operation", requestId.value()));
    }

    @ServerExceptionMapper
    Response wrongMethod(NotAllowedException e, UriInfo uri) {
        Response refusal = refusedByHttp(e);
        String methods = String.join(", ", OperationRoles.methods(uri.getPath()));
        return Response.fromResponse(refusal).header(HttpHeaders.ALLOW, methods).build();
    }

    /** Whatever the HTTP layer refuses: wrong method, wrong media type, unreadable JSON. */
    @ServerExceptionMapper
    Response refusedByHttp(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        Response.StatusType status = e.getResponse().getStatusInfo();
        String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = String.valueOf(e.getMessage());
        return answer(Problem.of(code, status.getStatusCode(), detail, requestId.value()));
    }

    @ServerExceptionMapper
    Response unexpectedJson(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.log(Level.ERROR, "request %s, trace %s, failed".formatted(requestId.value(), traceId()), e);
        return answer(Problem.of(ErrorCode.DEFECT, "an error of Sightline itself", requestId.value()));
    }

    private String traceId() {
        return trace.value().traceId();
    }

    private Response unreadable(JsonProcessingException e) {
        return answer(Problem.of(ErrorCode.INVALID_REQUEST, JsonMistake.describe(e), requestId.value()));
    }

    private static Response answer(Problem problem) {
        return response(problem).build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
