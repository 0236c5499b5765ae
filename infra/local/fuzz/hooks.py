"""What LocalStack's gateway cannot take is not sent: no part of Sightline would see it. What nobody can guess is told: images, objects and queries that are there."""

import functools
import json
import os
import re
import time
import urllib.error
import urllib.request

import schemathesis

API = os.environ["SIGHTLINE_API"]
KEY = os.environ["SIGHTLINE_API_KEY"]
TIMEOUT_SECONDS = 60
PAUSES_SECONDS = (1, 2, 4, 8)
IMAGE_ID = re.compile(r"[0-9a-f]{64}")
OBJECT_ID = re.compile(r"[0-9a-f]{64}-[0-9]+")
QUERY_ID = re.compile(r"qry-[0-9a-f]{44}")
LOOKED_AT = 10
ANY_ID = "0" * 64
SUBJECTS = ("objectId", "box", "imageId", "queryId")


@schemathesis.hook
def before_call(context, case, **kwargs):
    give_forms_a_boundary(case)
    ask_one_question(case)
    name_what_is_there(case)


def give_forms_a_boundary(case):
    """LocalStack breaks at forms without a boundary, where API Gateway hands them on."""
    for name, value in (case.headers or {}).items():
        if name.lower() == "content-type" and value.strip().lower() == "multipart/form-data":
            case.headers[name] = "multipart/form-data; boundary=-"


def ask_one_question(case):
    """That Flashlight wants an object, or a box of one image, the document says in words only: every second body that it allows is made so."""
    given = case.body
    if case.operation.path != "/v1/flashlight" or not isinstance(given, dict) or not is_allowed(case) or len(given) % 2 == 1:
        return
    body = {name: value for name, value in given.items() if name not in SUBJECTS}
    if "box" not in given:
        body["objectId"] = given.get("objectId", f"{ANY_ID}-0")
    else:
        subject = "queryId" if "queryId" in given else "imageId"
        body |= {"box": given["box"], subject: given.get(subject, ANY_ID)}
    case.body = body


def is_allowed(case):
    return case.meta is not None and case.meta.generation.mode.is_positive


def name_what_is_there(case):
    """Every second id becomes one of what is there: a random one would never get further than to a 404."""
    if case.operation.path.startswith("/v1/images/{id}") and case.path_parameters:
        case.path_parameters["id"] = known(case.path_parameters.get("id"), IMAGE_ID, known_images)
    if isinstance(case.body, dict):
        for field, (form, those) in KNOWN.items():
            if field in case.body:
                case.body[field] = known(case.body[field], form, those)


def known(given, form, those):
    """The same one for the same id in every run on the same images; what is no id stays as it is."""
    if not isinstance(given, str) or not form.fullmatch(given):
        return given
    digits = re.sub(r"[^0-9a-f]", "", given)
    there = those()
    if not there or int(digits[-9], 16) % 2 == 1:
        return given
    return there[int(digits[-8:], 16) % len(there)]


@functools.cache
def known_images():
    return [image["imageId"] for image in json.loads(ask("v1/images?state=indexed&limit=100"))["images"] if "imageId" in image]


@functools.cache
def known_objects():
    found = [json.loads(ask(f"v1/images/{image}/objects?hidden=true"))["objects"] for image in known_images()[:LOOKED_AT]]
    return [one["objectId"] for objects in found for one in objects]


@functools.cache
def known_queries():
    """Photos that were asked about: pictures of images that are there."""
    photos = [ask(f"v1/images/{image}/thumbnail", accept="image/jpeg") for image in known_images()[:LOOKED_AT]]
    answers = [json.loads(ask("v1/lens?limit=1", photo)) for photo in photos]
    return [answer["queryId"] for answer in answers if "queryId" in answer]


def ask(path, photo=None, accept="application/json"):
    headers = {"X-Api-Key": KEY, "Accept": accept, "Content-Type": "image/jpeg"}
    request = urllib.request.Request(API + path, data=photo, headers=headers)
    for pause in PAUSES_SECONDS:
        try:
            return answer_of(request)
        except urllib.error.HTTPError as refusal:
            # On a busy machine a source may be late.
            if refusal.code != 503:
                raise
            time.sleep(pause)
    return answer_of(request)


def answer_of(request):
    with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
        return answer.read()


KNOWN = {
    "imageId": (IMAGE_ID, known_images),
    "objectId": (OBJECT_ID, known_objects),
    "queryId": (QUERY_ID, known_queries),
}
