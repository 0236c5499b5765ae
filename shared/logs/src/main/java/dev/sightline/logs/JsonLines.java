package dev.sightline.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the log as JSON objects: {@code timestamp} (ISO 8601), {@code level}, {@code logger}, {@code message}, the {@link LogFields} of the thread, and of an
 * exception {@code error}, its class, and {@code stack}. A field never takes the place of one of these.
 */
final class JsonLines extends ExtFormatter {

    private static final int MOST_CAUSES = 10;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Gives the handlers of all lines this form; those of single categories keep theirs. */
    static void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            install(handler);
        }
    }

    private static void install(Handler handler) {
        if (handler instanceof ExtHandler outer && outer.getHandlers().length > 0) {
            for (Handler inner : outer.getHandlers()) {
                install(inner);
            }
        } else {
            handler.setFormatter(new JsonLines());
        }
    }

    @Override
    public String format(ExtLogRecord line) {
        ObjectNode json = NODES.objectNode();
        json.put("timestamp", line.getInstant().toString());
        json.put("level", line.getLevel().getName().toUpperCase(Locale.ROOT));
        json.put("logger", line.getLoggerName());
        json.put("message", formatMessage(line));
        LogFields.current().forEach((name, value) -> {
            if (!json.has(name)) {
                json.put(name, value);
            }
        });
        @Nullable Throwable thrown = line.getThrown();
        if (thrown != null) {
            json.put("error", thrown.getClass().getName());
            json.put("stack", stack(thrown));
        }
        return json + "\n";
    }

    private static String stack(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable next = thrown;
        for (int causes = 0; next != null && causes < MOST_CAUSES; causes++) {
            text.append(causes == 0 ? "" : "Caused by: ").append(next).append('\n');
            for (StackTraceElement place : next.getStackTrace()) {
                text.append("\tat ").append(place).append('\n');
            }
            next = next.getCause();
        }
        return text.toString();
    }
}
