package dev.sightline.blender.wrong;

import io.quarkus.runtime.annotations.RegisterForReflection;

@RegisterForReflection
record ScatteredRegistration(String name) {}
