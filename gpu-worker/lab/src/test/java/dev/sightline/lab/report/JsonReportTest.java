package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.report.Provenance.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void text_ofSmallReport_hasRawNumbersInOrder() throws IOException {
        JsonNode section =
                MAPPER.readTree(new JsonReport().text(SmallReport.report())).at("/sections/0");

        assertEquals("""
                {"id":"p1","title":"P1: precision","summary":"What the numbers say.",\
                "tables":[{"name":"p1","caption":"Precision","columns":["features","bytes","P@10","recall"],"rows":[\
                {"features":"dense | L2","bytes":5120,"P@10":{"value":0.532,"low":0.491,"high":0.573},"recall":1.0},\
                {"features":"<b>&\\"","bytes":160,"P@10":{"value":0.5,"low":0.25,"high":0.625},"recall":{"missing":"no index"}}]}],\
                "plots":[{"name":"curve","title":"Curve","kind":"lines","x":{"label":"k","logarithmic":false},\
                "y":{"label":"precision","logarithmic":false},"series":[{"name":"dense","role":"result","points":[\
                {"x":1.0,"value":0.5,"low":0.5,"high":0.5},{"x":10.0,"value":0.25,"low":0.125,"high":0.5}]}]}],\
                "galleries":[]}""", section.toString());
    }

    @Test
    void text_ofSmallReport_saysWhereTheNumbersAreFrom() throws IOException {
        JsonNode json = MAPPER.readTree(new JsonReport().text(SmallReport.report()));

        assertEquals("""
                {"dataSets":[{"name":"tuxpaint","contents":"401 pictures, 38 labels","sha256":"9f86d081884c7d659a2feaa0c55ad015"}],\
                "models":[{"role":"embedder","id":"efficientnet-lite0","version":"1","sha256":"2c26b46b68ffc68ff99b453c1d304134"},\
                {"role":"detector","id":"nanodet","version":"1","sha256":"fcde2b2edba56bf408601fb721fe9b5c"}],"seed":42,\
                "machine":{"processor":"Example 9000 @ 3.0 GHz","cores":2,"memoryBytes":25769803776,"system":"Linux amd64","jdk":"Example 25+36"},\
                "times":{"began":"2026-01-02T03:04:05Z","seconds":192.0}}""", json.get("provenance").toString());
    }

    @Test
    void text_atAnotherTime_differsInTimesOnly() throws IOException {
        Provenance first = SampleReport.provenance();
        var later = new Times(Instant.EPOCH, Duration.ofMillis(1500));
        var second = new Provenance(first.dataSets(), first.models(), first.seed(), first.machine(), later);
        JsonNode one = MAPPER.readTree(new JsonReport().text(new Report("r", first, List.of())));
        JsonNode other = MAPPER.readTree(new JsonReport().text(new Report("r", second, List.of())));

        assertNotEquals(one, other);
        Stream.of(one, other).forEach(json -> ((ObjectNode) json.get("provenance")).remove("times"));
        assertEquals(one, other);
    }

    @Test
    void write_ofSampleReport_namesMarksAndVerdicts(@TempDir Path folder) throws IOException {
        List<Path> pictures = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .map(i -> Path.of("picture-" + i + ".png"))
                .toList();

        new JsonReport().write(SampleReport.of(pictures), folder.resolve("deep/report.json"));

        JsonNode json = MAPPER.readTree(Files.readString(folder.resolve("deep/report.json")));
        assertEquals(
                "{\"x\":0.55,\"y\":0.1,\"w\":0.3,\"h\":0.3,\"caption\":\"chair 0.44\",\"verdict\":\"wrong\"}",
                json.at("/sections/3/galleries/0/rows/0/query/marks/1").toString());
        assertEquals(
                "right",
                json.at("/sections/0/galleries/0/rows/0/results/2/verdict").asText());
        assertEquals(
                "picture-0.png",
                json.at("/sections/0/galleries/0/rows/0/query/file").asText());
        assertEquals("bars", json.at("/sections/0/plots/1/kind").asText());
        assertEquals("scatter", json.at("/sections/1/plots/0/kind").asText());
        assertEquals(9, json.at("/sections/4/plots/1/shares").size());
    }
}
