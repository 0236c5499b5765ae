package dev.sightline.visual.wrong;

import jakarta.inject.Inject;

final class ArithmeticWithInjection {

    @Inject
    ArithmeticWithInjection() {}
}
