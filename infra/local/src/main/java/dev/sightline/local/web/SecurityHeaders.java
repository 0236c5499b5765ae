package dev.sightline.local.web;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The headers that tell browsers what the page may do: the same file that CloudFront gets. Immutable. */
final class SecurityHeaders {

    /** The file, beside the page's other files; it is served to nobody. */
    static final String FILE = "headers.properties";

    private static final String STORAGE = "{storage}";

    private final Map<String, String> values;

    private SecurityHeaders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the headers.
     *
     * @param storage origin of the bucket that takes uploads and gives originals
     */
    static SecurityHeaders read(Path file, String storage) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name).replace(STORAGE, storage)));
        return new SecurityHeaders(values);
    }

    void addTo(Headers headers) {
        values.forEach(headers::set);
    }
}
