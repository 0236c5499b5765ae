package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.PinRecord;
import dev.sightline.index.PinIndex;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryPinIndexTest extends PinIndexContract {

    private final InMemoryPinIndex index = new InMemoryPinIndex();

    @Override
    protected PinIndex index() {
        return index;
    }

    @Override
    protected void catchUp() {}

    @Test
    void becomeUnavailable_failsEveryCall_untilAvailableAgain() {
        index.becomeUnavailable();
        assertThatExceptionOfType(SightlineException.class).isThrownBy(() -> index.images(null, 1));
        index.becomeAvailable();
        assertThat(index.images(null, 1)).isEmpty();
    }

    @Test
    void refuse_failsTheImageAlone_untilAcceptedAgain() {
        index.refuse(Fixtures.aSignature(1));
        Map<ImageSignature, List<PinRecord>> both =
                Map.of(Fixtures.aSignature(1), List.of(), Fixtures.aSignature(2), List.of());
        assertThat(index.replace(both)).containsOnlyKeys(Fixtures.aSignature(1));
        index.accept(Fixtures.aSignature(1));
        assertThat(index.replace(both)).isEmpty();
    }
}
