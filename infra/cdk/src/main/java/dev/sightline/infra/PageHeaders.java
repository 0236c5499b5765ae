package dev.sightline.infra;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The headers that tell browsers what the page may do, from the file beside the page that the local server reads too. */
final class PageHeaders {

    static final String FILE = "headers.properties";

    private PageHeaders() {}

    /**
     * Reads them.
     *
     * @param storage origin of the bucket that takes uploads and gives originals
     */
    static Map<String, String> read(Path page, String storage) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(page.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s of the page in %s".formatted(FILE, page), e);
        }
        Map<String, String> headers = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> headers.put(name, properties.getProperty(name).replace("{storage}", storage)));
        return headers;
    }
}
