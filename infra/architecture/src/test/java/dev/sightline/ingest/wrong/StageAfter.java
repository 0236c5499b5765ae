package dev.sightline.ingest.wrong;

final class StageAfter {}
