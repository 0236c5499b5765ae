package dev.sightline.lab.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value for each quantity of one kind, read from a file that people edit.
 *
 * <p>The file is a JSON object: {@code date}, {@code region}, {@code note} and {@code values}, in which each quantity has its {@code
 * value}, its {@code unit} and its {@code source}. Every quantity has to be there, no other may be, and units must be those of the
 * quantities: so nothing is taken for something else.
 *
 * @param date when the values were written down
 * @param region of AWS, or what else they hold for
 * @param note what a reader has to know
 * @param <Q> the quantities
 */
public record QuantityTable<Q extends Enum<Q> & Quantity>(
        String date, String region, String note, Map<Q, SourcedValue> values) {

    private static final JsonMapper JSON = new JsonMapper();

    public QuantityTable {
        values = Map.copyOf(values);
    }

    /** A number of zero or more, and where it is from. */
    public record SourcedValue(double value, String source) {}

    /** The figures of this version of Sightline. */
    public static QuantityTable<Figure> figures() {
        return parsed(resource("figures.json"), "figures.json", Figure.class);
    }

    /** The example prices. */
    public static QuantityTable<Price> prices() {
        return parsed(resource("prices.json"), "prices.json", Price.class);
    }

    /**
     * Reads a user's file.
     *
     * @throws SightlineException with {@code INVALID_REQUEST} if it is not as described above
     * @throws UncheckedIOException if there is none
     */
    public static <Q extends Enum<Q> & Quantity> QuantityTable<Q> read(Path file, Class<Q> quantities) {
        try {
            return parsed(Files.readString(file), file.toString(), quantities);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }

    /** A quantity's value, in its unit. */
    public double of(Q quantity) {
        return sourced(quantity).value();
    }

    /** A quantity's value and source. */
    public SourcedValue sourced(Q quantity) {
        return Objects.requireNonNull(values.get(quantity), quantity.slug());
    }

    /** The same with another value for one quantity, said to be given. */
    public QuantityTable<Q> with(Q quantity, double value) {
        Map<Q, SourcedValue> changed = new EnumMap<>(values);
        changed.put(quantity, new SourcedValue(value, "given"));
        return new QuantityTable<>(date, region, note, changed);
    }

    static <Q extends Enum<Q> & Quantity> QuantityTable<Q> parsed(String json, String origin, Class<Q> quantities) {
        JsonNode root = tree(json, origin);
        JsonNode values = root.path("values");
        requireNames(values, origin, quantities);
        Map<Q, SourcedValue> read = new EnumMap<>(quantities);
        for (Q quantity : quantities.getEnumConstants()) {
            read.put(quantity, value(values.path(quantity.slug()), origin, quantity));
        }
        return new QuantityTable<>(
                text(root, "date", origin), text(root, "region", origin), text(root, "note", origin), read);
    }

    private static JsonNode tree(String json, String origin) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw refused("%s: expected JSON: %s".formatted(origin, e.getMessage()));
        }
    }

    private static <Q extends Enum<Q> & Quantity> void requireNames(
            JsonNode values, String origin, Class<Q> quantities) {
        Set<String> known = Arrays.stream(quantities.getEnumConstants())
                .map(Quantity::slug)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> found = new LinkedHashSet<>();
        for (Iterator<String> names = values.fieldNames(); names.hasNext(); ) {
            found.add(names.next());
        }
        Set<String> missing = new LinkedHashSet<>(known);
        missing.removeAll(found);
        found.removeAll(known);
        if (!missing.isEmpty() || !found.isEmpty()) {
            throw refused("%s: expected the known values, got none of %s, and unknown ones %s"
                    .formatted(origin, missing, found));
        }
    }

    private static SourcedValue value(JsonNode entry, String origin, Quantity quantity) {
        String unit = entry.path("unit").asText();
        if (!unit.equals(quantity.unit())) {
            throw refused(
                    "%s: %s: expected the unit %s, got '%s'".formatted(origin, quantity.slug(), quantity.unit(), unit));
        }
        JsonNode value = entry.path("value");
        // Written so that NaN fails.
        if (!value.isNumber() || !(value.doubleValue() >= 0) || Double.isInfinite(value.doubleValue())) {
            throw refused(
                    "%s: %s: expected a number of zero or more, got %s".formatted(origin, quantity.slug(), value));
        }
        return new SourcedValue(value.doubleValue(), text(entry, "source", origin + ": " + quantity.slug()));
    }

    private static String text(JsonNode node, String field, String origin) {
        String text = node.path(field).asText();
        if (text.isBlank()) {
            throw refused("%s: expected %s, got none".formatted(origin, field));
        }
        return text;
    }

    private static SightlineException refused(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    private static String resource(String name) {
        try (InputStream stream = QuantityTable.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream, name + " is missing in the build")
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
