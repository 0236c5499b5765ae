package dev.sightline.local.ask;

import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageDots.Pending;
import dev.sightline.local.terminal.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dots of an image as lines of text: a table, and below each object that is no dot the reasons. */
public final class DotTable {

    private static final String ROW = "%-3s  %-16s  %5s  %9s  %8s  %10s  %10s  %s";
    private static final String REASON = "       %s";
    private static final String UNKNOWN = "-";

    private DotTable() {}

    public static List<String> lines(ImageDots dots) {
        List<Pending> undecided = Objects.requireNonNullElse(dots.undecided(), List.of());
        List<String> lines = new ArrayList<>();
        if (!dots.objects().isEmpty() || !undecided.isEmpty()) {
            lines.add(ROW.formatted(
                    "dot", "category", "sure", "dominance", "distance", "annotation", "conformity", "object"));
        }
        dots.objects().forEach(item -> lines.addAll(lines(item)));
        undecided.forEach(item -> lines.addAll(lines(item)));
        lines.add(summary(dots, undecided.size()));
        return lines;
    }

    private static List<String> lines(Item item) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted(
                item.dot() ? "yes" : "no",
                item.category(),
                Decimals.of(item.confidence(), 2),
                Decimals.of(item.dominance(), 2),
                Decimals.of(item.signals().topDistance(), 3),
                Decimals.of(item.signals().topAnnotation(), 3),
                share(item.signals().conformity()),
                item.objectId()));
        Objects.requireNonNullElse(item.reasons(), List.<ImageDots.Reason>of())
                .forEach(reason -> lines.add(REASON.formatted(reason.reason())));
        return lines;
    }

    private static List<String> lines(Pending item) {
        String row = ROW.formatted(
                "?",
                item.category(),
                Decimals.of(item.confidence(), 2),
                Decimals.of(item.dominance(), 2),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                item.objectId());
        return List.of(row, REASON.formatted(item.reason()));
    }

    private static String share(@Nullable Double conformity) {
        return conformity == null ? UNKNOWN : Decimals.of(conformity, 3);
    }

    private static String summary(ImageDots dots, int undecided) {
        long shown = dots.objects().stream().filter(Item::dot).count();
        long hidden = dots.objects().size() - shown;
        String others = (hidden > 0 ? ", %d hidden".formatted(hidden) : "")
                + (undecided > 0 ? ", %d undecided".formatted(undecided) : "");
        return "%d dots%s by policy %s".formatted(shown, others, dots.policy());
    }
}
