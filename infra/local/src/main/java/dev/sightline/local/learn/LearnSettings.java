package dev.sightline.local.learn;

/**
 * How large the demonstration is. {@code users}: of each round; {@code requests}: of each user in a round; {@code limit}: results of an answer;
 * {@code boards}: that users made before the first round. All at least 1.
 */
public record LearnSettings(int users, int requests, int limit, int boards, long seed) {

    /**
     * About a third of the users who ask once save something. With the simulation's standard of 0.15, three times as many users would be needed to see a difference
     * of a quarter outside a 95 % interval.
     */
    static final double SAVE_RATE = 0.35;
}
