package dev.sightline.blender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.blender.receive.IfNoneMatch;
import dev.sightline.blender.receive.TaggedAnswers;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.Sha256;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the answers of {@link TaggedAnswers} an ETag, that of what is stored or else one of their text, and says 304 to a client that has them.
 * Another key may see other things: unless an operation says more, only the client itself may keep an answer, and asks again.
 */
@Provider
public class TagFilter implements ContainerResponseFilter {

    private static final String ASK_AGAIN = "private, no-cache";
    private static final int TAG_DIGITS = 32;

    private final OperationPath operation;
    private final ObjectMapper json;

    TagFilter(OperationPath operation, ObjectMapper json) {
        this.operation = operation;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (response.getStatus() != Response.Status.OK.getStatusCode()
                || !TaggedAnswers.are(request.getMethod(), operation.value())) {
            return;
        }
        EntityTag etag = etag(response);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, etag);
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
            headers.add(HttpHeaders.VARY, AccessKey.HEADER);
        }
        if (new IfNoneMatch(request.getHeaderString(HttpHeaders.IF_NONE_MATCH)).matches(etag.getValue())) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private EntityTag etag(ContainerResponseContext response) throws JsonProcessingException {
        @Nullable EntityTag stored = response.getEntityTag();
        return stored != null
                ? stored
                : new EntityTag(
                        Sha256.hex(json.writeValueAsBytes(response.getEntity())).substring(0, TAG_DIGITS));
    }
}
