package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantityTableTest {

    private static final String BOTH = """
            {"date": "2026-01-01", "region": "moon", "note": "a test", "values": {
              "apples": {"value": 2.5, "unit": "kg", "source": "weighed"},
              "sour-pears": {"value": 0, "unit": "pieces", "source": "counted"}
            }}
            """;

    @TempDir
    private Path folder;

    enum Fruit implements Quantity {
        APPLES("kg"),
        SOUR_PEARS("pieces");

        private final String unit;

        Fruit(String unit) {
            this.unit = unit;
        }

        @Override
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String unit() {
            return unit;
        }
    }

    @Test
    void parsed_withAllValues_hasThemWithDateAndSources() {
        QuantityTable<Fruit> table = parsed(BOTH);

        assertThat(table.date()).isEqualTo("2026-01-01");
        assertThat(table.region()).isEqualTo("moon");
        assertThat(table.of(Fruit.APPLES)).isEqualTo(2.5);
        assertThat(table.sourced(Fruit.SOUR_PEARS)).isEqualTo(new QuantityTable.SourcedValue(0, "counted"));
    }

    @Test
    void parsed_withAnotherUnit_isRefusedNamingBoth() {
        assertRefused(BOTH.replace("\"kg\"", "\"g\""), "test.json: apples: expected the unit kg, got 'g'");
    }

    @Test
    void parsed_withoutAKnownNameAndWithAnother_isRefusedNamingBoth() {
        assertRefused(
                BOTH.replace("sour-pears", "plums"),
                "test.json: expected the known values, got none of [sour-pears], and unknown ones [plums]");
    }

    @Test
    void parsed_withNegativeOrNoNumber_isRefused() {
        assertRefused(BOTH.replace("2.5", "-1"), "test.json: apples: expected a number of zero or more, got -1");
        assertRefused(
                BOTH.replace("2.5", "\"2.5\""), "test.json: apples: expected a number of zero or more, got \"2.5\"");
    }

    @Test
    void parsed_withoutDateOrSource_isRefused() {
        assertRefused(BOTH.replace("date", "day"), "test.json: expected date, got none");
        assertRefused(BOTH.replace("weighed", " "), "test.json: apples: expected source, got none");
    }

    @Test
    void parsed_ofSomethingElse_isRefused() {
        assertThatThrownBy(() -> parsed("prices"))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageStartingWith("test.json: expected JSON");
    }

    @Test
    void with_changesOneValueOnly_andSaysThatItWasGiven() {
        QuantityTable<Fruit> changed = parsed(BOTH).with(Fruit.APPLES, 7);

        assertThat(changed.sourced(Fruit.APPLES)).isEqualTo(new QuantityTable.SourcedValue(7, "given"));
        assertThat(changed.of(Fruit.SOUR_PEARS)).isZero();
    }

    @Test
    void read_ofAnEditedCopyOfThePrices_hasTheNewPrice() throws IOException {
        Path file = folder.resolve("mine.json");
        String examples = Files.readString(Path.of("src/main/resources/dev/sightline/lab/scale/prices.json"));
        Files.writeString(file, examples.replace("\"value\": 3.5,", "\"value\": 3.7,"));

        assertThat(QuantityTable.prices().of(Price.API_REQUESTS)).isEqualTo(3.5);
        assertThat(QuantityTable.read(file, Price.class).of(Price.API_REQUESTS)).isEqualTo(3.7);
    }

    @Test
    void prices_sayThatTheyAreExamples() {
        assertThat(QuantityTable.prices().note()).startsWith("EXAMPLES, to be edited");
    }

    @Test
    void figures_eachSayWhereTheyAreFrom() {
        QuantityTable<Figure> figures = QuantityTable.figures();

        for (Figure figure : Figure.values()) {
            assertThat(figures.sourced(figure).source()).isNotBlank();
        }
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> parsed(json))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining(message);
    }

    private static QuantityTable<Fruit> parsed(String json) {
        return QuantityTable.parsed(json, "test.json", Fruit.class);
    }
}
