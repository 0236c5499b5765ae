package dev.sightline.blender.receive;

import io.quarkus.amazon.lambda.http.model.AwsProxyRequest;
import io.quarkus.amazon.lambda.http.model.AwsProxyRequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of this request in answers and logs: that of API Gateway, or a random one where the event has none. */
@RequestScoped
public class ApiGatewayRequestId {

    private final String value;

    ApiGatewayRequestId(@Context AwsProxyRequest event) {
        @Nullable AwsProxyRequestContext context = event.getRequestContext();
        @Nullable String given = context == null ? null : context.getRequestId();
        value = given == null ? UUID.randomUUID().toString() : given;
    }

    /** The id, the same for the whole request. */
    public String value() {
        return value;
    }
}
