package dev.sightline.blender.dots;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.StandardPolicy;

/** Policies whose dots are known, whatever the standard policy becomes. */
public final class DotPolicies {

    private DotPolicies() {}

    /** A policy with these dots, of version {@code dots-test}; near-duplicates differ in at most 5 % of the bits. */
    public static BlenderPolicy with(DotPolicy dots) {
        BlenderPolicy standard = StandardPolicy.policy();
        return new BlenderPolicy(
                "dots-test",
                dots,
                standard.annotations(),
                standard.objects(),
                0.05,
                standard.related(),
                standard.mixes(),
                standard.categories());
    }
}
