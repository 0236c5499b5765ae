package dev.sightline.queue;

/** A message as it was received, apart from its id: what it says, and how it was sent. */
public record ReceivedMessage(String body, Sent sent) {}
