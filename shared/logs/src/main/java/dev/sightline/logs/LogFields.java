package dev.sightline.logs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a thread works on: fields of each line that it logs meanwhile, and of the lines of threads that it starts meanwhile. The deployables know what they are;
 * nothing but the log reads them.
 */
public final class LogFields {

    /** Signature of the image, 64 hex digits. */
    public static final String SIGNATURE = "signature";

    /** Key of the source in the bucket. */
    public static final String KEY = "key";

    /** Id of the request, as its answer names it. */
    public static final String REQUEST_ID = "requestId";

    /** The trace, 32 hex digits. */
    public static final String TRACE_ID = "traceId";

    private static final InheritableThreadLocal<Map<String, String>> CURRENT = new InheritableThreadLocal<>();

    private LogFields() {}

    /** Those of this thread, in the order in which they became known; none outside of any work. */
    public static Map<String, String> current() {
        Map<String, String> fields = CURRENT.get();
        return fields == null ? Map.of() : fields;
    }

    /** One more is known of what this thread works on; a later value replaces a former one. */
    public static void add(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(current());
        fields.put(name, value);
        CURRENT.set(fields);
    }

    /** This thread works on something else from now on. */
    public static void clear() {
        CURRENT.remove();
    }

    /** Does work of which nothing is known yet; afterwards the fields are those of before. */
    public static <T> T during(Supplier<T> work) {
        Map<String, String> before = CURRENT.get();
        CURRENT.remove();
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
