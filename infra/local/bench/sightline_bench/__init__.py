"""Steps of ./sightline bench that measure a running system, and peers beside it. Each writes STEP.json, as infra/bench reads it."""
