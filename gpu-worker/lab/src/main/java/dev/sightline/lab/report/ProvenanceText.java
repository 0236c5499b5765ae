package dev.sightline.lab.report;

import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.report.Provenance.Model;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A provenance as people read it: names and values. */
final class ProvenanceText {

    private static final int HASH_DIGITS = 12;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ProvenanceText() {}

    /** One fact. */
    record Fact(String name, String value) {}

    static List<Fact> facts(Provenance provenance) {
        List<Fact> facts = new ArrayList<>();
        provenance.dataSets().forEach(data -> facts.add(fact(data)));
        provenance.models().forEach(model -> facts.add(fact(model)));
        facts.add(new Fact("seed", Long.toString(provenance.seed())));
        facts.add(fact(provenance.machine()));
        facts.add(new Fact(
                "software",
                provenance.machine().system() + ", " + provenance.machine().jdk()));
        facts.add(fact(provenance.times()));
        return facts;
    }

    private static Fact fact(DataSet data) {
        return new Fact("data", "%s: %s (sha256 %s)".formatted(data.name(), data.contents(), hash(data.sha256())));
    }

    private static Fact fact(Model model) {
        return new Fact(model.role(), "%s %s (sha256 %s)".formatted(model.id(), model.version(), hash(model.sha256())));
    }

    private static Fact fact(Machine machine) {
        String cores = machine.cores() == 1 ? "1 core" : machine.cores() + " cores";
        return new Fact(
                "machine",
                "%s, %s, %s".formatted(machine.processor(), cores, NumberText.memory(machine.memoryBytes())));
    }

    private static Fact fact(Provenance.Times times) {
        return new Fact("ran", "%s, for %s".formatted(MINUTE.format(times.began()), text(times.took())));
    }

    private static String text(Duration took) {
        if (took.toMinutes() == 0) {
            return NumberText.decimal(took.toMillis() / 1000.0, 1) + " s";
        }
        return took.toHours() == 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : took.toHours() + " h " + took.toMinutesPart() + " min";
    }

    /** Enough of a hash to tell two apart by eye; the whole one is in the JSON. */
    private static String hash(String sha256) {
        return sha256.length() <= HASH_DIGITS ? sha256 : sha256.substring(0, HASH_DIGITS);
    }
}
