package dev.sightline.blender.wrong;

import dev.sightline.testkit.wrong.Fake;

final class StageWithFake {

    Fake fake = new Fake();
}
