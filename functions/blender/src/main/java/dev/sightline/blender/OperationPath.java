package dev.sightline.blender;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

/** The path of this request's operation as the OpenAPI document writes it, with {@code {id}} in place of ids. */
@RequestScoped
class OperationPath {

    private final ResourceInfo operation;

    OperationPath(@Context ResourceInfo operation) {
        this.operation = operation;
    }

    String value() {
        return path(operation.getResourceClass()) + path(operation.getResourceMethod());
    }

    private static String path(AnnotatedElement declared) {
        return Optional.ofNullable(declared.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }
}
