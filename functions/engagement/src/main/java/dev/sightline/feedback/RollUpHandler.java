package dev.sightline.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.sightline.reconcile.EngagementRollUp;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Entry point of the roll-up: whatever the message says, it is time. A failure throws, so that the message is received again. */
@Named("roll-up")
public final class RollUpHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final EngagementRollUp rollUp;

    @Inject
    RollUpHandler(EngagementRollUp rollUp) {
        this.rollUp = rollUp;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        rollUp.run();
        return new SQSBatchResponse(List.of());
    }
}
