package dev.sightline.local.learn;

/**
 * How large the demonstration is. {@code users}: of each round; {@code requests}: of each user in a round; {@code limit}: results of an answer;
 * {@code boards}: that users made before the first round. All at least 1.
 */
public record LearnSettings(int users, int requests, int limit, int boards, long seed) {}
