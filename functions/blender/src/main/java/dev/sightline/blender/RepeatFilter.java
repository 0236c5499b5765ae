package dev.sightline.blender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.repeat.RepeatedRequests;
import dev.sightline.blender.repeat.RequestKey;
import dev.sightline.storage.KeptRequest;
import dev.sightline.visual.SightlineException;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gives requests that create, and carry {@code Idempotency-Key}, to {@link RepeatedRequests} before and after their operation. */
@Provider
public class RepeatFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = System.getLogger(RepeatFilter.class.getName());
    private static final String TAKEN_UP = RepeatFilter.class.getName();

    /** Got when it is needed: filters are made while the function is built, when there are no settings yet. */
    private final Instance<RepeatedRequests> requests;

    private final CurrentCaller caller;
    private final ObjectMapper json;

    RepeatFilter(Instance<RepeatedRequests> requests, CurrentCaller caller, ObjectMapper json) {
        this.requests = requests;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        @Nullable String given = request.getHeaderString(RequestKey.HEADER);
        String path = request.getUriInfo().getPath();
        if (given == null || !RequestKey.isTakenBy(request.getMethod(), path)) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        RequestKey key = RequestKey.of(caller.id(), "POST " + path, given, body);
        requests.get()
                .begin(key)
                .ifPresentOrElse(answer -> request.abortWith(again(answer)), () -> request.setProperty(TAKEN_UP, key));
    }

    private static Response again(KeptRequest.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .entity(answer.json());
        return answer.etag().isEmpty()
                ? response.build()
                : response.tag(answer.etag()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getProperty(TAKEN_UP) instanceof RequestKey key) {
            try {
                end(key, response);
            } catch (SightlineException e) {
                // What was created is: its answer is worth more than that a repetition finds it.
                LOG.log(Level.WARNING, "the answer to a request with an idempotency key is not kept", e);
            }
        }
    }

    private void end(RequestKey key, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            @Nullable EntityTag etag = response.getEntityTag();
            requests.get()
                    .end(
                            key,
                            new KeptRequest.Answer(
                                    response.getStatus(),
                                    json.writeValueAsString(response.getEntity()),
                                    etag == null ? "" : etag.getValue()));
        } else {
            requests.get().giveUp(key);
        }
    }
}
