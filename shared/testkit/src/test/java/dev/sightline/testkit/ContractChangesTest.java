package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule: one change of a small document, and what is said of it. */
class ContractChangesTest {

    private static final String RELEASED = """
            {"paths":{"/v1/things/{id}":{"put":{"operationId":"putThing",
              "parameters":[{"$ref":"#/components/parameters/Id"},{"name":"limit","in":"query","schema":{"type":"integer","minimum":1,"maximum":100}}],
              "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ThingBody"}},"image/*":{}}},
              "responses":{"200":{"headers":{"ETag":{}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
                           "404":{"x-codes":["not-found"],"content":{"application/problem+json":{"schema":{"type":"object"}}}}}}}},
             "components":{"parameters":{"Id":{"name":"id","in":"path","required":true,"schema":{"type":"string"}}},
              "schemas":{
               "ThingBody":{"type":"object","required":["name"],"properties":{"name":{"type":"string","maxLength":9},"kind":{"type":"string","enum":["a","b"]}}},
               "Thing":{"type":"object","required":["id","parts"],"properties":{"id":{"type":"string"},
                 "parts":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}},"note":{"type":"string","enum":["x"]}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/things/{id}| /v1/thing/{id} | PUT /v1/things/{id} is gone",
                "`\"put\":` | `\"post\":` | PUT /v1/things/{id} is gone",
                "putThing | setThing | operationId was \"putThing\", is \"setThing\"",
                "`\"name\":\"limit\"` | `\"name\":\"max\"` | parameter query limit is gone",
                "`\"in\":\"query\"` | `\"required\":true,\"in\":\"query\"` | parameter query limit is required now",
                "`\"maximum\":100` | `\"maximum\":50` | maximum was 100, is 50",
                "`\"minimum\":1` | `\"minimum\":2` | minimum was 1, is 2",
                "`\"maxLength\":9` | `\"maxLength\":9,\"pattern\":\"^a$\"` | pattern was , is \"^a$\"",
                "`\"enum\":[\"a\",\"b\"]` | `\"enum\":[\"a\"]` | ThingBody.kind: may no longer be [b]",
                "`,\"image/*\":{}` | `` | media type image/* is gone",
                "`\"requestBody\":{` | `\"requestBody\":{\"required\":true,` | a body is required now",
                "`\"required\":[\"name\"]` | `\"required\":[\"name\",\"kind\"]` | ThingBody.kind is required now",
                "`\"kind\":{\"type\":\"string\"` | `\"kind\":{\"type\":\"integer\"` | ThingBody.kind: type was [string]",
                "`\"headers\":{\"ETag\":{}}` | `\"headers\":{}` | header ETag is gone",
                "`\"x-codes\":[\"not-found\"]` | `\"x-codes\":[\"lost\"]` | code not-found is gone",
                "`\"200\":{` | `\"201\":{` | 200 is gone",
                "`\"note\":{` | `\"remark\":{` | Thing.note is gone",
                "`\"required\":[\"id\",\"parts\"]` | `\"required\":[\"id\"]` | Thing.parts may be absent now",
                "`\"id\":{\"type\":\"string\"}` | `\"id\":{\"type\":[\"string\",\"null\"]}` | Thing.id: type was [string]",
                "`\"items\":{\"$ref\":\"#/components/schemas/Thing\"}` | `\"items\":{\"type\":\"string\"}` | type was [object]",
            })
    void breakingChange_isNamedWithItsPlace(String before, String after, String said) {
        assertThat(RELEASED).contains(before);

        assertThat(changes(RELEASED.replace(before, after == null ? "" : after)))
                .anySatisfy(change -> assertThat(change).contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"paths\":{` | `\"paths\":{\"/v1/more\":{\"get\":{}},`",
                "`\"parameters\":[` | `\"parameters\":[{\"name\":\"more\",\"in\":\"query\"},`",
                "`\"maximum\":100` | `\"maximum\":200`",
                "`\"maxLength\":9` | `\"maxLength\":10`",
                "`\"enum\":[\"a\",\"b\"]` | `\"enum\":[\"a\",\"b\",\"c\"]`",
                "`\"enum\":[\"x\"]` | `\"enum\":[\"x\",\"y\"]`",
                "`\"note\":{` | `\"more\":{},\"note\":{`",
                "`\"required\":[\"id\",\"parts\"]` | `\"required\":[\"id\",\"parts\",\"note\"]`",
                "`\"required\":[\"name\"]` | `\"required\":[]`",
                "`\"kind\":{` | `\"more\":{},\"kind\":{`",
                "`\"404\":{` | `\"503\":{},\"404\":{`",
                "`\"x-codes\":[` | `\"x-codes\":[\"lost\",`",
            })
    void additiveChange_isFine(String before, String after) {
        assertThat(RELEASED).contains(before);

        assertThat(changes(RELEASED.replace(before, after))).isEmpty();
    }

    @Test
    void noChange_isFine() {
        assertThat(changes(RELEASED)).isEmpty();
    }

    private static List<String> changes(String current) {
        JsonNode released = ApiDocument.parse(RELEASED);
        return ContractChanges.breaking(released, ApiDocument.parse(current));
    }
}
