package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

/**
 * What API Gateway itself refuses, as problem+json like every error of the function. Of the kinds that are not named here the default ones
 * speak, which need a status of their own: a template cannot see which one the answer has.
 */
final class GatewayProblems {

    private static final String TYPES = "https://sightline.dev/problems/";
    private static final String TOO_LARGE =
            "expected a smaller body; larger photos are sent by presigned requests: POST /v1/queries to ask, POST /v1/uploads to keep";
    private static final int THROTTLED_SECONDS = 1;
    private static final int QUOTA_SECONDS = 3600;

    private static final List<Kind> KINDS = List.of(
            new Kind(ResponseType.DEFAULT_4_XX, 400, "invalid-request", 0),
            new Kind(ResponseType.DEFAULT_5_XX, 500, "defect", 0),
            new Kind(ResponseType.ACCESS_DENIED, 403, "forbidden", 0),
            new Kind(ResponseType.INVALID_API_KEY, 403, "forbidden", 0),
            new Kind(ResponseType.WAF_FILTERED, 403, "forbidden", 0),
            new Kind(ResponseType.UNAUTHORIZED, 401, "unauthenticated", 0),
            // What API Gateway says of a path that it does not know.
            new Kind(ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, "not-found", 0),
            new Kind(ResponseType.RESOURCE_NOT_FOUND, 404, "not-found", 0),
            new Kind(ResponseType.REQUEST_TOO_LARGE, 413, "too-many-bytes", 0),
            new Kind(ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, "unsupported-media-type", 0),
            new Kind(ResponseType.THROTTLED, 429, "too-many-requests", THROTTLED_SECONDS),
            new Kind(ResponseType.QUOTA_EXCEEDED, 429, "quota-exceeded", QUOTA_SECONDS),
            new Kind(ResponseType.INTEGRATION_FAILURE, 504, "gateway-timeout", 0),
            new Kind(ResponseType.INTEGRATION_TIMEOUT, 504, "gateway-timeout", 0));

    private GatewayProblems() {}

    /** @param retryAfter in seconds; 0: not said */
    private record Kind(ResponseType type, int status, String code, int retryAfter) {

        GatewayResponseOptions response() {
            return GatewayResponseOptions.builder()
                    .type(type)
                    .statusCode(Integer.toString(status))
                    .responseHeaders(headers())
                    .templates(Map.of("application/json", template()))
                    .build();
        }

        private Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "'application/problem+json'"));
            if (retryAfter > 0) {
                headers.put("Retry-After", "'%d'".formatted(retryAfter));
                headers.put("RateLimit", "'\"rate\";r=0;t=%d'".formatted(retryAfter));
            }
            return headers;
        }

        private String template() {
            String words = code.replace('-', ' ');
            return "{\"type\":\"%s%s\",\"title\":\"%s\",\"status\":%d,\"detail\":%s,\"code\":\"%s\",\"requestId\":\"$context.requestId\"}"
                    .formatted(
                            TYPES,
                            code,
                            Character.toUpperCase(words.charAt(0)) + words.substring(1),
                            status,
                            detail(),
                            code);
        }

        /** Of what is too large the way that takes it; else the gateway's own message, which comes with its quotes. */
        private String detail() {
            return type.equals(ResponseType.REQUEST_TOO_LARGE)
                    ? "\"" + TOO_LARGE + "\""
                    : "$context.error.messageString";
        }
    }

    static void addTo(RestApi api) {
        KINDS.forEach(kind ->
                api.addGatewayResponse("Problem" + kind.type().getResponseType().replace("_", ""), kind.response()));
    }
}
