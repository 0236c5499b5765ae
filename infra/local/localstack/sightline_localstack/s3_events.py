"""Makes LocalStack's S3 events equal to those of AWS, where LocalStack differs:

- Events to EventBridge carry the object's key as it is. LocalStack percent-encodes it, which AWS does
  only in notifications to queues, topics and functions.
- ``sequencer`` orders the events of one key. LocalStack sends the same constant with every event.
"""

import json
import threading
import time
from urllib.parse import unquote

from localstack.runtime import hooks


class Sequencers:
    """Hexadecimal numbers of fixed length that only ever grow, across restarts too."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> str:
        with self._lock:
            self._last = max(self._last + 1, time.time_ns())
            return f"{self._last:018X}"


@hooks.on_infra_start()
def send_s3_events_as_aws_does() -> None:
    """Applied when LocalStack starts."""
    from localstack.services.s3 import notifications

    _number_events_when_they_happen(notifications.NotificationDispatcher)
    _correct_eventbridge_events(notifications.EventBridgeNotifier)


def _number_events_when_they_happen(dispatcher: type) -> None:
    """In the thread of the request: those that send events run side by side, in no order."""
    sequencers = Sequencers()
    send = dispatcher.send_notifications

    def send_numbered(self, ctx, notification_config):
        ctx.sequencer = sequencers.next()
        send(self, ctx, notification_config)

    dispatcher.send_notifications = send_numbered


def _correct_eventbridge_events(notifier: type) -> None:
    original = notifier._get_event_payload

    def corrected(ctx, config_id=None):
        entry = original(ctx, config_id)
        return {**entry, "Detail": corrected_detail(entry["Detail"], ctx.sequencer)}

    notifier._get_event_payload = staticmethod(corrected)


def corrected_detail(detail: str, sequencer: str) -> str:
    """The event's detail (JSON) with the raw key, and this sequencer where the event has one."""
    event = json.loads(detail)
    s3_object = event["object"]
    s3_object["key"] = unquote(s3_object["key"])
    if "sequencer" in s3_object:
        s3_object["sequencer"] = sequencer
    return json.dumps(event)
