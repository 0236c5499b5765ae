package dev.sightline.blender;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.policy.StandardPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The standard policy on a machine of any speed: no source is late. */
public final class PatientPolicy {

    private static final Duration AMPLE = Duration.ofMinutes(5);

    private PatientPolicy() {}

    /** All that the standard policy says, but for its budgets. */
    public static BlenderPolicy policy() {
        BlenderPolicy standard = StandardPolicy.policy();
        Map<MixName, Map<CandidateSource, SourcePolicy>> mixes = new EnumMap<>(MixName.class);
        standard.mixes().forEach((mix, sources) -> {
            Map<CandidateSource, SourcePolicy> patient = new EnumMap<>(CandidateSource.class);
            sources.forEach((source, policy) -> patient.put(
                    source, new SourcePolicy(policy.weight(), policy.floor(), policy.minConfidence(), AMPLE)));
            mixes.put(mix, patient);
        });
        return standard.withMixes(mixes);
    }
}
