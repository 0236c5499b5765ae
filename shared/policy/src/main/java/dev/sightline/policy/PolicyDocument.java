package dev.sightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policy as a JSON document: the one way in and out. A document is valid if it follows the published schema and the few rules that
 * a schema cannot state ({@code PolicyRules}).
 */
public final class PolicyDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private PolicyDocument() {}

    /** All mistakes of a document, in the order of their pointers; none if it is a policy. */
    public static List<PolicyMistake> check(String json) {
        try {
            return check(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return List.of(notJson(e));
        }
    }

    /**
     * Reads a document.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST}, naming all mistakes, if it is no policy
     */
    public static BlenderPolicy read(String json) {
        JsonNode document = tree(json);
        requireNone(check(document));
        return PolicyReader.read(document);
    }

    /**
     * Writes a document that {@link #read} makes the same policy of. Always in the same form, so that texts can be compared by line.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the policy breaks a rule that its records do not check, as
     *     that of its version's letters
     */
    public static String write(BlenderPolicy policy) {
        JsonNode document = PolicyWriter.write(policy);
        requireNone(check(document));
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot write policy " + policy.version(), e);
        }
    }

    /** The JSON Schema (2020-12) of the document. */
    public static String schema() {
        return PolicyResources.text(PolicyResources.SCHEMA);
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid(List.of(notJson(e)), e);
        }
    }

    private static List<PolicyMistake> check(JsonNode document) {
        List<PolicyMistake> mistakes = new ArrayList<>(PolicySchema.mistakes(document));
        Set<String> known = mistakes.stream().map(PolicyMistake::pointer).collect(Collectors.toSet());
        PolicyRules.mistakes(document).stream()
                .filter(mistake -> !known.contains(mistake.pointer()))
                .forEach(mistakes::add);
        return mistakes.stream()
                .sorted(Comparator.comparing(PolicyMistake::pointer))
                .toList();
    }

    private static void requireNone(List<PolicyMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw invalid(mistakes, null);
        }
    }

    private static PolicyMistake notJson(JsonProcessingException failure) {
        var place = failure.getLocation();
        String where = place == null ? "" : " in line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return new PolicyMistake("", "JSON", failure.getOriginalMessage() + where);
    }

    private static SightlineException invalid(List<PolicyMistake> mistakes, @Nullable Throwable cause) {
        String message = "the policy is not valid:\n"
                + mistakes.stream().map(mistake -> "  " + mistake).collect(Collectors.joining("\n"));
        return cause == null
                ? new SightlineException(ErrorCode.INVALID_REQUEST, message)
                : new SightlineException(ErrorCode.INVALID_REQUEST, message, cause);
    }
}
