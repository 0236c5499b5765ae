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

    /** Read once, when it is first asked for. Not checked here: a test does, and to make the schema takes a tenth of a function's start. */
    private static final class Read {

        static final BlenderPolicy POLICY = PolicyReader.read(PolicyDocument.tree(document()));
    }
}
