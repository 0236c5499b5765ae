package dev.sightline.local.keys;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.visual.AccessKey;

/** A new key, which its holder gets now or never, and what is kept of it. */
public record IssuedKey(AccessKey key, AccessKeyRecord kept) {}
