package dev.sightline.events;

/** Where the policy lies in the bucket of features: the one place for infrastructure and code. */
public final class PolicyKeys {

    /** The document in force. Absent: the standard policy is. */
    public static final String CURRENT = "policy/blender.json";

    private PolicyKeys() {}

    /** Where the document of a version is kept for ever. */
    public static String kept(String version) {
        return "policy/history/%s.json".formatted(version);
    }
}
