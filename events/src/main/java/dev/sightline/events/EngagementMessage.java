package dev.sightline.events;

/** Every message of the engagement queue: each ends as lines of the log. */
public sealed interface EngagementMessage permits EventsReported, AnswerServed {}
