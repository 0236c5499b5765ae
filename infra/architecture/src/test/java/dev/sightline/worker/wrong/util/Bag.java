package dev.sightline.worker.wrong.util;

final class Bag {}
