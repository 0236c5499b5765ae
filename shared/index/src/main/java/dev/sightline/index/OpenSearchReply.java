package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;

/** What OpenSearch answered, refusals included. */
record OpenSearchReply(int status, JsonNode body) {

    /** The type of the error that an index, or an alias, does not exist. */
    static final String NO_INDEX = "index_not_found_exception";

    boolean succeeded() {
        return status < 300;
    }

    boolean notFound() {
        return status == 404;
    }

    boolean conflict() {
        return status == 409;
    }

    boolean isError(String type) {
        return body.path("error").path("type").asText().equals(type);
    }

    /** Whether this is an error because an index, or an alias, does not exist. */
    boolean lacksIndex() {
        return isError(NO_INDEX);
    }

    /** OpenSearch's own words. */
    String reason() {
        JsonNode error = body.path("error");
        return error.isObject()
                ? "%s: %s"
                        .formatted(
                                error.path("type").asText(),
                                error.path("reason").asText())
                : body.toString();
    }
}
