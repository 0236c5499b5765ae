package dev.sightline.blender;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.Policies;

/** A fake of the policy in force: the standard one, until it is told another. Safe for all threads. */
public final class ScriptedPolicies implements Policies {

    private volatile BlenderPolicy current = PatientPolicy.policy();

    /** From now on, this one is in force. */
    public void use(BlenderPolicy policy) {
        current = policy;
    }

    /** From now on, the standard one is in force again. */
    public void reset() {
        current = PatientPolicy.policy();
    }

    @Override
    public BlenderPolicy current() {
        return current;
    }
}
