package dev.sightline.worker;

import dev.sightline.events.EventJson;
import dev.sightline.visual.SightlineException;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what was thrown into an answer. */
public final class ProblemMapper {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final int SERVER_ERRORS = 500;

    @ServerExceptionMapper
    Response answer(SightlineException failure) {
        Problem problem = Problem.of(failure);
        if (problem.status() >= SERVER_ERRORS) {
            LOG.log(Level.ERROR, "a query failed", failure);
        }
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(EventJson.write(problem))
                .build();
    }
}
