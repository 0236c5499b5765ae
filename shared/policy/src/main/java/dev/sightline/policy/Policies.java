package dev.sightline.policy;

/** Port: the policy in force. A request asks once and uses that one to its end; it may be another for the next request. */
public interface Policies {

    /** The policy in force now. */
    BlenderPolicy current();
}
