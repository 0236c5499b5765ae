package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that cannot fail checks nothing. */
class ApiContractTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    private final ApiContract contract = new ApiContract(ApiDocument.parse("""
            {"openapi":"3.1.0",
             "paths":{
              "/v1/things/{id}":{"get":{"responses":{
                "200":{"headers":{"ETag":{"required":true,"schema":{"type":"string","pattern":"^\\".*\\"$"}},
                                  "Age":{"schema":{"type":"integer"}}},
                       "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
                "404":{"$ref":"#/components/responses/NotFound"}}},
               "delete":{"responses":{"204":{"description":"gone"}}}},
              "/v1/things/best":{"get":{"responses":{"200":{"content":{"image/*":{}}}}}}},
             "components":{
              "responses":{
                "NotFound":{"x-codes":["not-found"],
                            "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
                "MethodNotAllowed":{"x-codes":["method-not-allowed"],
                            "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}},
              "schemas":{
                "Thing":{"type":"object","required":["size"],"properties":{"size":{"type":"integer","minimum":1},
                         "madeAt":{"type":"string","format":"date-time"},"parts":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}},
                "Problem":{"type":"object","required":["code"],"properties":{"code":{"type":"string"}}}}}}
            """));

    @Test
    void asDocumented_hasNoViolation() {
        contract.assertKept(thing("{\"size\":1,\"madeAt\":\"2026-01-02T03:04:05Z\",\"parts\":[{\"size\":2}]}"));
        contract.assertKept(answer("GET", "/v1/things/7", 404, PROBLEM, "{\"code\":\"not-found\"}"));
        contract.assertKept(answer("DELETE", "/v1/things/7", 204, "", ""));
        contract.assertKept(answer("GET", "/v1/things/best", 200, "image/png", "not looked into"));
    }

    @Test
    void wrongBody_isAViolation() {
        assertViolation(thing("{\"size\":0}"), "size");
        assertViolation(thing("{}"), "size");
        assertViolation(thing("{\"size\":1,\"madeAt\":\"today\"}"), "date-time");
        assertViolation(thing("{\"size\":1,\"parts\":[{\"size\":\"2\"}]}"), "/parts/0/size");
        assertViolation(thing("{\"size\":1,\"colour\":\"red\"}"), "colour");
        assertViolation(thing("size"), "expected JSON");
        assertViolation(answer("DELETE", "/v1/things/7", 204, "", "gone"), "expected no body, got 4 bytes");
    }

    @Test
    void undeclaredStatus_isAViolation() {
        assertViolation(answer("GET", "/v1/things/7", 503, PROBLEM, "{\"code\":\"x\"}"), "undeclared status 503");
        assertViolation(answer("PUT", "/v1/things/7", 404, PROBLEM, "{\"code\":\"x\"}"), "undeclared status 404");
        assertViolation(answer("GET", "/v1/nothing", 200, JSON, "{}"), "undeclared status 200");
    }

    @Test
    void undeclaredMediaType_isAViolation() {
        assertViolation(answer("GET", "/v1/things/7", 404, JSON, "{\"code\":\"not-found\"}"), "undeclared media type");
        assertViolation(answer("GET", "/v1/things/best", 200, "text/html", ""), "undeclared media type 'text/html'");
    }

    @Test
    void undeclaredCode_isAViolation() {
        assertViolation(answer("GET", "/v1/things/7", 404, PROBLEM, "{\"code\":\"lost\"}"), "undeclared code 'lost'");
    }

    @Test
    void wrongOrMissingHeader_isAViolation() {
        String body = "{\"size\":1}";
        assertViolation(answer("GET", "/v1/things/7", 200, JSON, body), "missing header ETag");
        assertViolation(with(Map.of("Content-Type", JSON, "etag", "unquoted"), body), "ETag");
        assertViolation(with(Map.of("Content-Type", JSON, "ETag", "\"1\"", "Age", "old"), body), "Age");
    }

    @Test
    void elsewhere_isAnsweredByAProblemOnly() {
        contract.assertKept(answer("GET", "/v1/nothing", 404, PROBLEM, "{\"code\":\"not-found\"}"));
        contract.assertKept(answer("PUT", "/v1/things/7", 405, PROBLEM, "{\"code\":\"method-not-allowed\"}"));
        assertViolation(answer("GET", "/v1/nothing", 404, "text/html", "lost"), "undeclared media type");
    }

    @Test
    void assertKept_violation_namesTheRequest() {
        assertThatThrownBy(() -> contract.assertKept(answer("GET", "/v1/things/7", 500, JSON, "{}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/things/7: 500 application/json")
                .hasMessageContaining("undeclared status 500");
    }

    private void assertViolation(ApiAnswer answer, String part) {
        assertThat(contract.violations(answer))
                .anySatisfy(violation -> assertThat(violation).contains(part));
    }

    private static ApiAnswer thing(String body) {
        return with(Map.of("Content-Type", JSON + ";charset=UTF-8", "ETag", "\"1\""), body);
    }

    private static ApiAnswer with(Map<String, String> headers, String body) {
        return new ApiAnswer("GET", "/v1/things/7", 200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiAnswer answer(String method, String path, int status, String mediaType, String body) {
        Map<String, String> headers = mediaType.isEmpty() ? Map.of() : Map.of("Content-Type", mediaType);
        return new ApiAnswer(method, path, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
