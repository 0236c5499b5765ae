package dev.sightline.policy;

/** The policy of a system to which none was given: a document that comes with this module. */
public final class StandardPolicy {

    private StandardPolicy() {}

    /** The policy. */
    public static BlenderPolicy policy() {
        return Read.POLICY;
    }

    /** Its document. */
    public static String document() {
        return PolicyResources.text(PolicyResources.STANDARD);
    }

    /** Read once, when it is first asked for. */
    private static final class Read {

        static final BlenderPolicy POLICY = PolicyDocument.read(document());
    }
}
