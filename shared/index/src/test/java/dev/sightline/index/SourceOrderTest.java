package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often and in whatever order the events of a key arrive, the same is known in the end. */
class SourceOrderTest {

    @Provide
    Arbitrary<List<Source>> histories() {
        return SourceHistories.any();
    }

    @Property
    void after_inAnyOrderWithRepeats_endsInTheSameState(
            @ForAll("histories") List<Source> history, @ForAll Random random) {
        Source inOrder = last(fold(history));

        Source shuffled = last(fold(shuffledWithRepeats(history, random)));

        assertThat(withoutReleased(shuffled)).isEqualTo(withoutReleased(inOrder));
    }

    @Property
    void after_inAnyOrder_remembersEveryImageThatWasLive(
            @ForAll("histories") List<Source> history, @ForAll Random random) {
        List<Source> states = fold(shuffledWithRepeats(history, random));

        Set<ImageSignature> wereLive = new HashSet<>();
        states.forEach(state -> state.liveSignature().ifPresent(wereLive::add));

        Set<ImageSignature> known =
                last(states).released().stream().map(Release::signature).collect(Collectors.toSet());
        last(states).liveSignature().ifPresent(known::add);
        assertThat(known).isEqualTo(wereLive);
    }

    @Property
    void after_aReleasingEventAgain_stillNamesWhatItReleased(
            @ForAll("histories") List<Source> history, @ForAll Random random) {
        List<Source> events = shuffledWithRepeats(history, random);
        List<Source> states = fold(events);
        for (Source event : events) {
            Set<Release> atFirst = states.stream()
                    .flatMap(state -> state.releasedBy(event).stream())
                    .collect(Collectors.toSet());
            assertThat(last(states).releasedBy(event)).isEqualTo(atFirst);
        }
    }

    private static List<Source> shuffledWithRepeats(List<Source> history, Random random) {
        List<Source> events = new ArrayList<>(history);
        history.stream().filter(event -> random.nextBoolean()).forEach(events::add);
        Collections.shuffle(events, random);
        return events;
    }

    /** Every state on the way. */
    private static List<Source> fold(List<Source> events) {
        List<Source> states = new ArrayList<>(List.of(events.getFirst()));
        for (Source event : events) {
            states.add(last(states).after(event).orElse(last(states)));
        }
        return states;
    }

    private static Source last(List<Source> states) {
        return states.getLast();
    }

    private static Source withoutReleased(Source source) {
        return source.settled(source.released());
    }
}
