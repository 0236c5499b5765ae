package dev.sightline.blender;

import dev.sightline.blender.access.AccessGate;
import dev.sightline.blender.access.Caller;
import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.access.OperationRoles;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks for a key before every operation, and before anything else of the request is looked at. What is no operation (the OpenAPI document, unknown
 * paths and methods) tells nothing but the published contract, and needs none.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {

    /** Not made before the settings are there, as this filter is. */
    private final Instance<AccessGate> gate;

    private final CurrentCaller current;
    private final OperationPath operation;

    AccessFilter(Instance<AccessGate> gate, CurrentCaller current, OperationPath operation) {
        this.gate = gate;
        this.current = current;
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        AccessRole needed = OperationRoles.of(request.getMethod(), operation.value());
        Caller caller = gate.get().admit(request.getHeaderString(AccessKey.HEADER));
        caller.require(needed);
        current.is(caller);
    }
}
