package dev.sightline.local.ask;

import dev.sightline.local.ask.QueryAnswer.Ranking;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.ask.QueryAnswer.Why;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is special about a result, in brackets; nothing for one that just looks like the query. */
final class ResultNote {

    private static final String LOOKALIKES = "visual-search";

    private ResultNote() {}

    static String of(Result result) {
        Why why = result.why();
        List<String> notes = new ArrayList<>();
        if (!why.source().equals(LOOKALIKES)) {
            notes.add(why.source());
        }
        if (why.box() != null) {
            notes.add("box " + sides(why.box())
                    + others(why.otherBoxes() == null ? 0 : why.otherBoxes().size()));
        }
        if (why.terms() != null) {
            notes.add("words " + String.join(" ", why.terms()));
        }
        if (why.boards() != null) {
            notes.add(why.boards() == 1 ? "1 board in common" : why.boards() + " boards in common");
        }
        if (Boolean.TRUE.equals(why.preferred())) {
            notes.add("preferred");
        }
        if (Boolean.TRUE.equals(why.fallback())) {
            notes.add("another category");
        }
        ranking(result).ifPresent(notes::add);
        if (!result.duplicates().isEmpty()) {
            notes.add("looks the same as %d more".formatted(result.duplicates().size()));
        }
        return notes.isEmpty() ? "" : "[" + String.join(", ", notes) + "]";
    }

    /** Nothing for a result that stands where the mix of sources had put it. */
    private static Optional<String> ranking(Result result) {
        Ranking ranking = result.ranking();
        if (ranking == null || ranking.rankBefore() == result.rank()) {
            return Optional.empty();
        }
        String boost = ranking.boost() == 0
                ? ""
                : ", boost %s%s".formatted(ranking.boost() > 0 ? "+" : "", Decimals.of(ranking.boost(), 2));
        return Optional.of("was " + ranking.rankBefore() + boost);
    }

    private static String sides(NormalizedBox box) {
        return "%s,%s,%s,%s"
                .formatted(
                        Decimals.of(box.x(), 2),
                        Decimals.of(box.y(), 2),
                        Decimals.of(box.w(), 2),
                        Decimals.of(box.h(), 2));
    }

    private static String others(int count) {
        return count == 0 ? "" : " and %d more".formatted(count);
    }
}
