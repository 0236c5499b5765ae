package dev.sightline.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.report.Table.Cell;
import java.nio.file.Path;
import java.util.List;

/**
 * A report for programs: fields in a fixed order, numbers as they were measured.
 *
 * <p>A table's rows are objects by column: a string, a number, {@code {"value", "low", "high"}} for an estimate, {@code {"missing":
 * reason}} where there is no value. All that differs between two runs with the same seed, latencies aside, is in {@code
 * provenance.times}.
 */
public final class JsonReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Writes one file, in UTF-8. */
    public void write(Report report, Path file) {
        ReportFile.write(file, text(report));
    }

    /** The whole report, ending with a line break. */
    public String text(Report report) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(json(report)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }

    private static ObjectNode json(Report report) {
        ObjectNode json = NODES.objectNode();
        json.put("title", report.title());
        json.set("provenance", json(report.provenance()));
        ArrayNode sections = json.putArray("sections");
        report.sections().forEach(section -> sections.add(json(section)));
        return json;
    }

    private static ObjectNode json(Provenance provenance) {
        ObjectNode json = NODES.objectNode();
        ArrayNode dataSets = json.putArray("dataSets");
        provenance
                .dataSets()
                .forEach(data -> dataSets.addObject()
                        .put("name", data.name())
                        .put("contents", data.contents())
                        .put("sha256", data.sha256()));
        ArrayNode models = json.putArray("models");
        provenance
                .models()
                .forEach(model -> models.addObject()
                        .put("role", model.role())
                        .put("id", model.id())
                        .put("version", model.version())
                        .put("sha256", model.sha256()));
        json.put("seed", provenance.seed());
        json.set("machine", json(provenance.machine()));
        json.putObject("times")
                .put("began", provenance.times().began().toString())
                .put("seconds", provenance.times().took().toMillis() / 1000.0);
        return json;
    }

    private static ObjectNode json(Machine machine) {
        return NODES.objectNode()
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("memoryBytes", machine.memoryBytes())
                .put("system", machine.system())
                .put("jdk", machine.jdk());
    }

    private static ObjectNode json(Section section) {
        ObjectNode json = NODES.objectNode();
        json.put("id", section.id());
        json.put("title", section.title());
        json.put("summary", section.summary());
        ArrayNode tables = json.putArray("tables");
        section.tables().forEach(table -> tables.add(json(table)));
        ArrayNode plots = json.putArray("plots");
        section.plots().forEach(plot -> plots.add(PlotJson.of(plot)));
        ArrayNode galleries = json.putArray("galleries");
        section.galleries().forEach(gallery -> galleries.add(GalleryJson.of(gallery)));
        return json;
    }

    private static ObjectNode json(Table table) {
        ObjectNode json = NODES.objectNode();
        json.put("name", table.name());
        json.put("caption", table.caption());
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(columns::add);
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> addCells(rows.addObject(), table.columns(), row));
        return json;
    }

    private static void addCells(ObjectNode json, List<String> columns, List<Cell> row) {
        for (int i = 0; i < columns.size(); i++) {
            addCell(json, columns.get(i), row.get(i));
        }
    }

    private static void addCell(ObjectNode json, String column, Cell cell) {
        switch (cell) {
            case Cell.Text(String text) -> json.put(column, text);
            case Cell.Count(long count) -> json.put(column, count);
            case Cell.Decimal decimal -> json.put(column, decimal.value());
            case Cell.Estimate estimate -> json.set(column, PlotJson.of(estimate.interval()));
            case Cell.Missing(String reason) -> json.putObject(column).put("missing", reason);
        }
    }
}
