import json

from sightline_localstack.s3_events import Sequencers, corrected_detail


def test_correctedDetail_withEncodedKey_hasRawKeyAndSequencer():
    detail = json.dumps(
        {"bucket": {"name": "b"}, "object": {"key": "a%20b%2Bc%20%C3%A9%3A1.png", "sequencer": "00"}}
    )
    assert json.loads(corrected_detail(detail, "1F")) == {
        "bucket": {"name": "b"},
        "object": {"key": "a b+c é:1.png", "sequencer": "1F"},
    }


def test_correctedDetail_ofEventWithoutSequencer_addsNone():
    assert json.loads(corrected_detail('{"object": {"key": "a"}}', "1F")) == {"object": {"key": "a"}}


def test_sequencers_growAsText():
    sequencers = Sequencers()
    numbers = [sequencers.next() for _ in range(1000)]
    assert numbers == sorted(set(numbers))
    assert {len(number) for number in numbers} == {18}
