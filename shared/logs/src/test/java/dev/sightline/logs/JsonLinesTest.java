package dev.sightline.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private final JsonLines lines = new JsonLines();

    @AfterEach
    void clear() {
        LogFields.clear();
    }

    @Test
    void format_always_isOneObjectALineWithMessageAndFields() throws Exception {
        LogFields.add(LogFields.KEY, "a \"b\"\n.png");
        LogFields.add(LogFields.TRACE_ID, "0af7651916cd43dd8448eb211c80319c");
        ExtLogRecord record = new ExtLogRecord(Level.WARNING, "outcome={0} n={1}", FormatStyle.MESSAGE_FORMAT, "class");
        record.setParameters(new Object[] {"re\"try", "3"});
        record.setLoggerName("dev.sightline.Some");
        record.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));

        String line = lines.format(record);

        assertThat(line).endsWith("}\n").doesNotContain("\n{").hasLineCount(1);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(json.get("level").asText()).isEqualTo("WARNING");
        assertThat(json.get("logger").asText()).isEqualTo("dev.sightline.Some");
        assertThat(json.get("message").asText()).isEqualTo("outcome=re\"try n=3");
        assertThat(json.get("key").asText()).isEqualTo("a \"b\"\n.png");
        assertThat(json.get("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(json.has("error")).isFalse();
    }

    /** As Quarkus puts them: one handler of all lines that holds the console's, and the metrics' own at their category. */
    @Test
    void apply_json_isForAllLinesButThoseOfACategoryWithAHandlerOfItsOwn() {
        Holder outer = new Holder();
        ConsoleHandler console = new ConsoleHandler();
        ConsoleHandler metrics = new ConsoleHandler();
        outer.addHandler(console);
        Logger.getLogger("").addHandler(outer);
        Logger.getLogger("sightline.metrics").addHandler(metrics);
        try {
            LogFormat.TEXT.apply();
            assertThat(console.getFormatter()).isNotInstanceOf(JsonLines.class);

            LogFormat.JSON.apply();
            assertThat(console.getFormatter()).isInstanceOf(JsonLines.class);
            assertThat(metrics.getFormatter()).isNotInstanceOf(JsonLines.class);
        } finally {
            Logger.getLogger("").removeHandler(outer);
            Logger.getLogger("sightline.metrics").removeHandler(metrics);
        }
    }

    private static final class Holder extends ExtHandler {}

    @Test
    void format_ofAnException_hasItsClassAndStack() throws Exception {
        ExtLogRecord record = new ExtLogRecord(Level.SEVERE, "failed", FormatStyle.NO_FORMAT, "class");
        record.setThrown(new IllegalStateException("no index", new IOException("refused")));

        JsonNode json = new ObjectMapper().readTree(lines.format(record));

        assertThat(json.get("error").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json.get("stack").asText())
                .startsWith("java.lang.IllegalStateException: no index\n\tat ")
                .contains("format_ofAnException_hasItsClassAndStack", "\nCaused by: java.io.IOException: refused\n");
    }

    @Test
    void format_fieldWithANameOfTheLine_doesNotReplaceIt() throws Exception {
        LogFields.add("message", "another");

        JsonNode json = new ObjectMapper()
                .readTree(lines.format(new ExtLogRecord(Level.INFO, "real", FormatStyle.NO_FORMAT, "class")));

        assertThat(json.get("message").asText()).isEqualTo("real");
    }

    @Test
    void fields_ofWork_endWithIt() {
        LogFields.add(LogFields.REQUEST_ID, "outer");
        String inner = LogFields.during(() -> {
            LogFields.add(LogFields.KEY, "a.png");
            return LogFields.current().toString();
        });

        assertThat(inner).isEqualTo("{key=a.png}");
        assertThat(LogFields.current()).containsOnlyKeys("requestId");
    }

    @Test
    void fields_ofAThread_areThoseOfTheThreadsThatItStarts() throws Exception {
        LogFields.add(LogFields.REQUEST_ID, "one");
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread started = Thread.ofVirtual().start(() -> seen.set(LogFields.current()));
        started.join();
        LogFields.add(LogFields.REQUEST_ID, "two");

        assertThat(seen.get()).hasToString("{requestId=one}");
    }
}
