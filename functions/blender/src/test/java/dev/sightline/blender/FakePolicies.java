package dev.sightline.blender;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A policy that tests choose, in place of a document. */
@Alternative
@Priority(1)
final class FakePolicies {

    @Produces
    @Singleton
    ScriptedPolicies inForce() {
        return new ScriptedPolicies();
    }
}
