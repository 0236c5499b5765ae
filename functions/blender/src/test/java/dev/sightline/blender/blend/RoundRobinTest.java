package dev.sightline.blender.blend;

import static dev.sightline.policy.CandidateSource.IMAGE_SEARCH;
import static dev.sightline.policy.CandidateSource.OBJECT_SEARCH;
import static dev.sightline.policy.CandidateSource.VISUAL_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.policy.CandidateSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    @Test
    void turns_fiveOneOne_areSpread() {
        // The example by which nginx explains the rule.
        assertThat(turns(5, 1, 1)).isEqualTo("VVOVIVV");
    }

    @Test
    void turns_equalQuotas_followTheOrderOfTheSources() {
        assertThat(turns(2, 2, 2)).isEqualTo("VOIVOI");
    }

    @Test
    void turns_largestQuota_isFirst() {
        assertThat(turns(1, 3, 0)).isEqualTo("OVOO");
        assertThat(turns(0, 0, 2)).isEqualTo("II");
    }

    @Test
    void turns_noPlaces_areNone() {
        assertThat(turns(0, 0, 0)).isEmpty();
        assertThat(RoundRobin.turns(Map.of())).isEmpty();
    }

    private static String turns(int visual, int objects, int words) {
        Map<CandidateSource, Integer> quotas = new EnumMap<>(CandidateSource.class);
        quotas.put(IMAGE_SEARCH, words);
        quotas.put(OBJECT_SEARCH, objects);
        quotas.put(VISUAL_SEARCH, visual);
        return RoundRobin.turns(quotas).stream()
                .map(source -> source.name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
