package dev.sightline.histories;

import dev.sightline.histories.Action.Copy;
import dev.sightline.histories.Action.Delete;
import dev.sightline.histories.Action.Deliver;
import dev.sightline.histories.Action.DropBoard;
import dev.sightline.histories.Action.Purge;
import dev.sightline.histories.Action.Put;
import dev.sightline.histories.Action.Rebuild;
import dev.sightline.histories.Action.Redrive;
import dev.sightline.histories.Action.RenameBoard;
import dev.sightline.histories.Action.Repeat;
import dev.sightline.histories.Action.Save;
import dev.sightline.histories.Action.Unsave;
import dev.sightline.histories.History.Leftovers;
import dev.sightline.histories.History.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Any history: few keys and few images, so that they meet. Shrinks to fewer steps, smaller numbers and no faults. */
final class Histories {

    private static final List<String> KEYS = List.of("a.jpg", "b ü+%2B:1.png", "c/d.jpg", "folder/");
    private static final int MOST_STEPS = 24;
    private static final int MOST_PICKS = 7;
    private static final int MOST_CALLS = 12;

    private Histories() {}

    /** With all that may happen, operations too. */
    static Arbitrary<History> any() {
        Arbitrary<Action> operation = Arbitraries.of(new Rebuild(), new Purge());
        return of(Arbitraries.frequencyOf(Tuple.of(25, action()), Tuple.of(1, operation)));
    }

    /** Without operations. */
    static Arbitrary<History> ofMessages() {
        return of(action());
    }

    /** With people who save images to boards meanwhile. */
    static Arbitrary<History> ofPins() {
        Arbitrary<Action> saving = Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(image(), board()).as(Save::new)),
                Tuple.of(2, image().map(Unsave::new)),
                Tuple.of(1, board().map(RenameBoard::new)),
                Tuple.of(1, board().map(DropBoard::new)));
        return of(Arbitraries.frequencyOf(
                Tuple.of(12, action()), Tuple.of(8, saving), Tuple.of(1, Arbitraries.of(new Rebuild()))));
    }

    private static Arbitrary<Content> image() {
        return Arbitraries.of(Content.RED, Content.GREEN);
    }

    private static Arbitrary<Integer> board() {
        return Arbitraries.integers().between(1, 2);
    }

    private static Arbitrary<History> of(Arbitrary<Action> action) {
        Arbitrary<List<Action>> actions =
                action.list().ofMinSize(1).ofMaxSize(3).withSizeDistribution(RandomDistribution.biased());
        Arbitrary<List<Integer>> turns = Arbitraries.integers()
                .between(0, 2)
                .list()
                .ofMaxSize(16)
                .withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<List<Step>> steps = Combinators.combine(actions, turns)
                .as((chosen, order) -> new Step(chosen, chosen.size() == 1 ? List.of() : order))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_STEPS)
                .withSizeDistribution(RandomDistribution.uniform());
        return Combinators.combine(steps, Arbitraries.of(Leftovers.class)).as(History::new);
    }

    private static Arbitrary<Action> action() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, put()),
                Tuple.of(3, key().map(Delete::new)),
                Tuple.of(14, deliver()),
                Tuple.of(1, Combinators.combine(stage(), pick()).as(Copy::new)),
                Tuple.of(1, Combinators.combine(stage(), pick()).as(Repeat::new)),
                Tuple.of(1, stage().map(Redrive::new)));
    }

    private static Arbitrary<Action> put() {
        return Combinators.combine(key(), content()).as(Put::new);
    }

    private static Arbitrary<Action> deliver() {
        return Combinators.combine(stage(), pick(), Arbitraries.integers().between(1, 4), fault().optional(0.4))
                .as(Deliver::new);
    }

    private static Arbitrary<Fault> fault() {
        return Combinators.combine(Arbitraries.integers().between(1, MOST_CALLS), Arbitraries.of(Fault.Kind.class))
                .as(Fault::new);
    }

    private static Arbitrary<String> key() {
        return Arbitraries.frequency(
                Tuple.of(6, KEYS.get(0)), Tuple.of(4, KEYS.get(1)), Tuple.of(3, KEYS.get(2)), Tuple.of(1, KEYS.get(3)));
    }

    private static Arbitrary<Content> content() {
        return Arbitraries.frequency(
                Tuple.of(6, Content.RED),
                Tuple.of(4, Content.GREEN),
                Tuple.of(2, Content.BLUE),
                Tuple.of(2, Content.TEXT),
                Tuple.of(1, Content.EMPTY));
    }

    private static Arbitrary<Stage> stage() {
        return Arbitraries.of(Stage.class);
    }

    private static Arbitrary<Integer> pick() {
        return Arbitraries.integers().between(0, MOST_PICKS);
    }
}
