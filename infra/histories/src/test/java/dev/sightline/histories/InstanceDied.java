package dev.sightline.histories;

/** The process of an instance ended. No exception: nothing in the instance may catch it and go on. */
final class InstanceDied extends Error {

    InstanceDied() {
        super("the instance died", null, false, false);
    }
}
