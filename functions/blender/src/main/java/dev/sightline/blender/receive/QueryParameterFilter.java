package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses query parameters that the operation does not declare, repeated ones and empty ones, rather than ignoring them. */
@Provider
public class QueryParameterFilter implements ContainerRequestFilter {

    private final ResourceInfo operation;

    QueryParameterFilter(@Context ResourceInfo operation) {
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (!given.isEmpty()) {
            requireKnown(given.keySet(), declaredBy(operation.getResourceMethod()));
            given.forEach(QueryParameterFilter::requireSingle);
        }
    }

    private static Set<String> declaredBy(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toSet());
    }

    private static void requireKnown(Set<String> given, Set<String> declared) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(declared);
        if (!unknown.isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected query parameters among %s, got %s".formatted(new TreeSet<>(declared), unknown));
        }
    }

    private static void requireSingle(String name, List<String> values) {
        if (values.size() != 1 || values.getFirst().isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected one value of %s, got %s".formatted(name, values));
        }
    }
}
