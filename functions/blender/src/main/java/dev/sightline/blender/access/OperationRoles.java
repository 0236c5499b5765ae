package dev.sightline.blender.access;

import dev.sightline.visual.AccessRole;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The role that each operation needs: the one table of them. */
public final class OperationRoles {

    private static final Set<String> READING = Set.of(
            "GET /v1/boards",
            "GET /v1/boards/{id}",
            "GET /v1/boards/{id}/pins",
            "GET /v1/engagement",
            "POST /v1/events",
            "POST /v1/flashlight",
            "GET /v1/images",
            "GET /v1/images/{id}",
            "GET /v1/images/{id}/objects",
            "GET /v1/images/{id}/original",
            "GET /v1/images/{id}/pins",
            "GET /v1/images/{id}/related",
            "GET /v1/images/{id}/thumbnail",
            "POST /v1/lens",
            "GET /v1/pins/{id}",
            "POST /v1/queries",
            "GET /v1/status");

    private static final Set<String> WRITING = Set.of(
            "POST /v1/boards",
            "PUT /v1/boards/{id}",
            "DELETE /v1/boards/{id}",
            "POST /v1/pins",
            "PUT /v1/pins/{id}",
            "DELETE /v1/pins/{id}",
            "POST /v1/uploads");

    private static final Map<String, AccessRole> ROLES = roles();

    private OperationRoles() {}

    /**
     * The role that an operation needs.
     *
     * @param method of HTTP; {@code HEAD} is as {@code GET}
     * @param path as the document writes it, with {@code {id}} in place of ids
     * @throws SightlineException with {@link ErrorCode#DEFECT} if the table has no such operation, which so is closed to everybody
     */
    public static AccessRole of(String method, String path) {
        String operation = "%s %s".formatted(method.equals("HEAD") ? "GET" : method, path);
        return Optional.ofNullable(ROLES.get(operation))
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.DEFECT, "expected a role for the operation %s, got none".formatted(operation)));
    }

    /** The methods that a path has, as {@code Allow} lists them; what every path has beside its operations is among them. */
    public static Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (String operation : ROLES.keySet()) {
            int space = operation.indexOf(' ');
            if (path.matches(operation.substring(space + 1).replace("{id}", "[^/]+"))) {
                methods.add(operation.substring(0, space));
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** All operations of the table, as {@code GET /v1/images/{id}}. */
    public static Set<String> operations() {
        return ROLES.keySet();
    }

    private static Map<String, AccessRole> roles() {
        Map<String, AccessRole> roles = new HashMap<>();
        READING.forEach(operation -> roles.put(operation, AccessRole.READ));
        WRITING.forEach(operation -> roles.put(operation, AccessRole.WRITE));
        return Map.copyOf(roles);
    }
}
