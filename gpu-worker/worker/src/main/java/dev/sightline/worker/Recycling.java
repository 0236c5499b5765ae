package dev.sightline.worker;

/** Port: ends this process in an orderly way, so that what watches over it starts it again. */
@FunctionalInterface
interface Recycling {

    /** The exit status that says "start me again"; EX_TEMPFAIL of sysexits. */
    int EXIT_STATUS = 75;

    /** Asks for it and returns at once; a repetition changes nothing. */
    void recycle(String reason);
}
