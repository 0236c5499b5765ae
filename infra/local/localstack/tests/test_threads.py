import threading

from sightline_localstack.threads import RunningThreads


def running(stop: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=stop.wait, args=(10,))
    thread.start()
    return thread


def ended() -> threading.Thread:
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    return thread


def test_append_dropsEndedThreadsAndKeepsTheRest():
    stop = threading.Event()
    pool, not_started, busy = object(), threading.Thread(), running(stop)
    known = RunningThreads([pool, ended(), not_started])

    known.append(busy)
    known.append(ended())
    known.append(not_started)
    stop.set()

    assert known[:3] == [pool, not_started, busy]
    assert known[-1] is not_started


def test_append_bySeveralThreadsAtOnce_losesNone():
    stop, known = threading.Event(), RunningThreads([])
    added = [running(stop) for _ in range(20)]
    adding = [threading.Thread(target=known.append, args=(thread,)) for thread in added]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    stop.set()

    assert set(known) == set(added)
