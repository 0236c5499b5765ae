package dev.sightline.lab.simulation;

/** What came of a round: users, those of them who saved something, questions, events reported and events accepted. */
public record RoundOutcome(int users, int savers, int requests, int events, int accepted) {

    static final RoundOutcome NONE = new RoundOutcome(0, 0, 0, 0, 0);

    RoundOutcome plus(RoundOutcome other) {
        return new RoundOutcome(
                users + other.users,
                savers + other.savers,
                requests + other.requests,
                events + other.events,
                accepted + other.accepted);
    }
}
