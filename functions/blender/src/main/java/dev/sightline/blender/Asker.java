package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.receive.ApiGatewayRequestId;
import dev.sightline.visual.AccessScope;
import jakarta.inject.Singleton;

/** Who asks in this request, and how it is called in logs. */
@Singleton
final class Asker {

    private final ApiGatewayRequestId requestId;
    private final CurrentCaller caller;

    Asker(ApiGatewayRequestId requestId, CurrentCaller caller) {
        this.requestId = requestId;
        this.caller = caller;
    }

    String requestId() {
        return requestId.value();
    }

    AccessScope scope() {
        return caller.scope();
    }
}
