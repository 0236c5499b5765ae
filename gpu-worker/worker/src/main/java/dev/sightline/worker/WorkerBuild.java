package dev.sightline.worker;

import dev.sightline.events.BuildVersion;

/**
 * Which worker this is. A build in a container sees no commit, so its image is told one.
 *
 * @param version of the project, {@value BuildVersion#UNKNOWN} if the build wrote none
 * @param commit as of {@link BuildVersion#commit()}
 */
record WorkerBuild(String version, String commit) {

    private static final int ABBREVIATED = 12;

    /** The build, unless it knows no commit: then the one of the image, abbreviated alike. */
    static WorkerBuild of(BuildVersion built, String revisionOfImage) {
        String commit = built.commit().equals(BuildVersion.UNKNOWN) ? abbreviated(revisionOfImage) : built.commit();
        return new WorkerBuild(built.version(), commit);
    }

    private static String abbreviated(String revision) {
        return revision.substring(0, Math.min(ABBREVIATED, revision.length()));
    }
}
