package dev.sightline.testkit.wrong;

public final class Fake {}
