package dev.sightline.blender.contract;

import dev.sightline.blender.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation the errors that it can answer with. Most follow from what an operation takes; others are named by it, in the
 * extension {@value #EXTENSION}.
 */
public final class ProblemResponses {

    /** Further statuses of an operation, separated by spaces. */
    public static final String EXTENSION = "x-refusals";

    /** The codes that a response may have. */
    static final String CODES = "x-codes";

    private ProblemResponses() {}

    static void applyTo(OpenAPI document) {
        for (ProblemStatus problem : ProblemStatus.values()) {
            document.getComponents().addResponse(problem.component(), response(problem));
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> applyTo(path, operation, document)));
    }

    /** Lets an operation answer with further statuses, separated by spaces. */
    static void addStatuses(Operation operation, String statuses) {
        operation.addExtension(EXTENSION, "%s %s".formatted(ownStatuses(operation), statuses));
    }

    private static String ownStatuses(Operation operation) {
        return Optional.ofNullable(operation.getExtensions())
                .map(extensions -> extensions.get(EXTENSION))
                .map(Object::toString)
                .orElse("");
    }

    private static APIResponse response(ProblemStatus problem) {
        MediaType media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .addExample(problem.component(), OASFactory.createExample().value(problem.example()));
        APIResponse response = OASFactory.createAPIResponse()
                .description(problem.description())
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
        response.addExtension(CODES, List.copyOf(problem.codes()));
        if (problem.saysWhenToRetry()) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"));
        }
        if (problem == ProblemStatus.UNAUTHENTICATED) {
            response.addHeader("WWW-Authenticate", OASFactory.createHeader().ref("WwwAuthenticate"));
        }
        if (problem == ProblemStatus.TOO_MANY_REQUESTS) {
            response.addHeader("RateLimit", OASFactory.createHeader().ref("RateLimit"));
        }
        if (problem == ProblemStatus.METHOD_NOT_ALLOWED) {
            response.addHeader("Allow", OASFactory.createHeader().ref("Allow"));
        }
        return response;
    }

    private static void applyTo(String path, Operation operation, OpenAPI document) {
        for (int status : statuses(path, operation, document)) {
            ProblemStatus problem = ProblemStatus.of(status);
            operation
                    .getResponses()
                    .addAPIResponse(
                            Integer.toString(status),
                            OASFactory.createAPIResponse().ref(problem.component()));
        }
    }

    private static Set<Integer> statuses(String path, Operation operation, OpenAPI document) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 429, 500, 503, 504));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (answersWithContent(operation)) {
            statuses.add(406);
        }
        if (isConditional(operation, document)) {
            statuses.add(412);
        }
        statuses.addAll(named(operation));
        return statuses;
    }

    private static boolean answersWithContent(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(response ->
                        response.getKey().startsWith("2") && response.getValue().getContent() != null);
    }

    private static boolean isConditional(Operation operation, OpenAPI document) {
        Map<String, Parameter> shared = document.getComponents().getParameters();
        return operation.getParameters().stream()
                .map(parameter -> Optional.ofNullable(parameter.getRef())
                        .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                        .map(shared::get)
                        .orElse(parameter))
                .anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static List<Integer> named(Operation operation) {
        String names = ownStatuses(operation);
        operation.removeExtension(EXTENSION);
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
