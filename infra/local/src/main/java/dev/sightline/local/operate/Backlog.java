package dev.sightline.local.operate;

/** What waits in front of the worker. */
interface Backlog {

    /** Messages on the upload and analysis queues, those being handled included; about that many. */
    long messages();
}
