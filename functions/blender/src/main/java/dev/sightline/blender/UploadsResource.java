package dev.sightline.blender;

import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.upload.UploadAnswer;
import dev.sightline.blender.upload.UploadBody;
import dev.sightline.blender.upload.UploadDesk;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Presigned uploads. */
@Path("/v1/uploads")
public final class UploadsResource {

    private static final int CREATED = 201;

    private final UploadDesk desk;

    @Inject
    UploadsResource(UploadDesk desk) {
        this.desk = desk;
    }

    /** Says where to put one image. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    public UploadAnswer upload(@Nullable UploadBody body) {
        return desk.grant(RequiredBody.of(body));
    }
}
