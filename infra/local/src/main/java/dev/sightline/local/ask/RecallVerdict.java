package dev.sightline.local.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.local.terminal.Decimals;
import java.util.List;

/** Whether the recall of the index is good enough: at least {@code min}, 0..1. */
public record RecallVerdict(CheckedRecall checked, double min) {

    private static final int DIGITS = 3;

    /** Whether the estimate itself, not its interval, reaches {@code min}. */
    public boolean isGoodEnough() {
        return checked.recall().value() >= min;
    }

    /** For people. */
    public List<String> lines() {
        return List.of(
                "recall@10   %s (95 %% interval %s to %s), expected at least %s: %s"
                        .formatted(
                                Decimals.of(checked.recall().value(), DIGITS),
                                Decimals.of(checked.recall().low(), DIGITS),
                                Decimals.of(checked.recall().high(), DIGITS),
                                Decimals.of(min, DIGITS),
                                isGoodEnough() ? "good" : "too low"),
                "queries     %d of %d images; %d answers miss something"
                        .formatted(checked.queries(), checked.images(), checked.imperfect()),
                "model set   " + checked.modelSet());
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.putObject("recallAt10")
                .put("value", checked.recall().value())
                .put("low", checked.recall().low())
                .put("high", checked.recall().high());
        return json.put("min", min)
                .put("goodEnough", isGoodEnough())
                .put("queries", checked.queries())
                .put("imperfect", checked.imperfect())
                .put("images", checked.images())
                .put("modelSet", checked.modelSet().value());
    }
}
