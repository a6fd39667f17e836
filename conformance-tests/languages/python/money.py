"""The least that a client must read of the specs to be safe with money; see specs/README.md. Nothing but the standard library."""

import json
import re


class Doubtful(Exception):
    """A body that no careful reader believes."""


class Outcome:
    """What the caller must see: an answer, or an error with what the catalogue knows of it."""

    def __init__(self, error=None, body=None, entry=None, code=None, words=""):
        self.error, self.body, self.entry, self.code, self.words = error, body, entry, code, words
        self.may_pass = False

    @property
    def kind(self):
        return self.entry["kind"] if self.entry else "unknown"

    @property
    def asks_for_a_new_token(self):
        return self.error == "refused" and self.kind == "token"


def read(text):
    """The object that a body holds. A name that comes twice, and whatever else is no object, is doubtful."""

    def once(pairs):
        if len({name for name, _ in pairs}) < len(pairs):
            raise Doubtful
        return dict(pairs)

    try:
        body = json.loads(text, object_pairs_hook=once, parse_float=str, parse_constant=str)
    except ValueError:
        raise Doubtful
    if not isinstance(body, dict):
        raise Doubtful
    return body


def text(value):
    """A text, or a number as text; nothing of anything else."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def at(body, path):
    for step in path.split("."):
        body = body.get(step) if isinstance(body, dict) else None
    return body


class Rules:
    """The rules of one API, from its openapi.json and its codes.json."""

    def __init__(self, api, codes):
        self.api, self.codes = api, codes
        self.operations = {
            call["operationId"]: call for path in api["paths"].values() for call in path.values() if isinstance(call, dict)
        }

    # ------------------------------------------------------------------ What an answer says

    def judge(self, operation, sent, status, body):
        """What the caller must see of an answer: of a payment, everything but an acceptance and a final refusal is unknown."""
        outcome = self._judge(operation, sent, status, body)
        in_trouble = status >= 500 or status in (408, 429) or outcome.kind == "gateway"
        is_loss = outcome.error == "no-answer" and (in_trouble or (status < 300 and outcome.code is None))
        outcome.may_pass = is_loss or outcome.kind == "throttled"
        return outcome

    def may_be_repeated(self, operation):
        """What moves nothing may be sent again after a loss; what moves money never."""
        return self.operations[operation]["x-effect"] in ("query", "session")

    def _judge(self, operation, sent, status, body):
        try:
            answer = read(body)
        except Doubtful:
            return self._without_code(operation, status, body)
        call = self.operations[operation]
        for told, asked in call.get("x-repeats", {}).get("answer", {}).items():
            value = answer.get(told)
            if isinstance(value, (dict, list)):
                return self._nothing_known(operation)
            if self._says(value) and self._says(sent.get(asked)) and text(value) != text(sent[asked]):
                return self._nothing_known(operation)
        verdict = self._acceptance(call["x-success"], answer)
        code, words, is_envelope = self._error(answer)
        if not is_envelope and verdict == "refused":
            code, words = text(at(answer, self._name(call["x-success"], answer))), self._words(operation, answer)
        if is_envelope or verdict == "refused":
            return self._refusal(operation, status, answer, verdict, code, words, is_envelope)
        if verdict == "accepted":
            return Outcome(body=answer) if status < 300 else self._nothing_known(operation)
        return self._without_code(operation, status, body)

    def _refusal(self, operation, status, answer, verdict, code, words, is_envelope):
        call = self.operations[operation]
        table = "x-errors" if is_envelope or "x-acknowledgements" in self.codes else "x-results"
        table = "x-acknowledgements" if not is_envelope and "x-acknowledgements" in self.codes else table
        entry = self.meaning(table, operation, status if is_envelope else 0, code, words)
        if call["x-effect"] != "session" and (verdict == "accepted" or self._has_trace(call["x-success"], answer)):
            return self._nothing_known(operation, None if entry and entry["final"] else entry, code, words)
        if entry and entry["kind"] == "pending" and call["x-effect"] != "money":
            return Outcome("pending", None, entry, code, words)
        is_doubtful = entry and entry["kind"] == "token" and call["x-effect"] == "money" and not self._is_bare(call, answer)
        if entry and entry["final"] and entry["kind"] != "success" and not is_doubtful:
            return Outcome("refused", None, entry, code, words)
        return self._nothing_known(operation, entry, code, words)

    def _without_code(self, operation, status, body):
        """Some refusals carry no code, or no body at all; the catalogue knows those by operation and status."""
        entry = None if status < 300 else self.meaning("x-errors", operation, status, "", "")
        code = "" if entry else None
        if entry and entry["final"]:
            return Outcome("refused", None, entry, code, body)
        return self._nothing_known(operation, entry, code, body)

    def lost(self, operation):
        """The answer never came, or not whole."""
        outcome = self._nothing_known(operation)
        outcome.may_pass = True
        return outcome

    def _is_bare(self, call, answer):
        """Whether a rejection of a token says nothing else, so that a payment may be sent once more."""
        fields = self._schema({"$ref": "#/components/schemas/ErrorResponse"})["properties"]
        plain = {name for name, part in fields.items() if part.get("x-role") in ("code", "words", "request")}
        plain |= call.get("x-repeats", {}).get("answer", {}).keys()
        return all(name in plain and not isinstance(value, (dict, list)) for name, value in answer.items())

    def outcome(self, operation, answer):
        """What an answer says of the payment: x-outcome, or the code or the state of what was asked about."""
        call = self.operations[operation]
        told = call["x-outcome"]
        schema = self.answer_schema(operation)
        means = [
            row["kinds"][0]["means"]
            for row in self.api["x-bodies"].get("answers", [])
            if schema.get("$ref", "").endswith("/" + row["schema"]) and row["kinds"][0].get("tells") == operation and "means" in row["kinds"][0]
        ]
        if means:
            return means[0]
        if call["x-effect"] == "query":
            state = self._roles(schema, answer)
            if "status" in state:
                return self._means(self.meaning("x-statuses", operation, 0, state["status"], ""))
            others = {name: value for name, value in answer.items() if name != call["x-success"]["field"]}
            code = self._roles(schema, others).get("code")
            if code:
                return self._means(self.meaning("x-results", operation, 0, code, state.get("words", "")))
        if told == "sync":
            return "succeeded"
        return "succeeded" if "answer" in told and self._says(answer.get(told["answer"])) else "pending"

    @staticmethod
    def _means(entry):
        if not entry or not entry["final"]:
            return "pending" if entry and entry["kind"] == "pending" else "unknown"
        return "succeeded" if entry["kind"] == "success" else "failed"

    def answer_schema(self, operation):
        """The schema of the answer of a success."""
        responses = self.operations[operation]["responses"]
        success = next(response for status, response in responses.items() if status.startswith("2"))
        return self.resolved(success)["content"]["application/json"]["schema"]

    def resolved(self, element):
        """What a reference stands for."""
        while "$ref" in element:
            found = self.api
            for step in element["$ref"].split("/")[1:]:
                found = found[step]
            element = found
        return element

    def _nothing_known(self, operation, entry=None, code=None, words=""):
        is_money = self.operations[operation]["x-effect"] == "money"
        return Outcome("unknown" if is_money else "no-answer", None, entry, code, words)

    # ------------------------------------------------------------------ x-success

    @staticmethod
    def _name(success, answer):
        other = success.get("alias")
        return other if other and at(answer, success["field"]) is None and at(answer, other) is not None else success["field"]

    def _acceptance(self, success, answer):
        name = self._name(success, answer)
        if at(answer, name) is None and "instead" in success:
            return "accepted" if text(at(answer, success["instead"])) else "silent"
        code = text(at(answer, name))
        if not code:
            return "silent"
        if not self._accepts(success, code):
            return "refused"
        beside = success.get("beside", [])
        beside = [beside] if isinstance(beside, str) else beside
        return "accepted" if not beside or any(text(at(answer, field)) for field in beside) else "silent"

    @staticmethod
    def _accepts(success, code):
        codes = success.get("codes", [])
        return not codes or code in codes or bool(success.get("zeros") and re.fullmatch("0+", code))

    def _has_trace(self, success, value, name=""):
        """Whether something in a refusal is what only an acceptance has, wherever it stands."""
        if isinstance(value, dict):
            named = name.lower() in self._traces(success) and value
            return bool(named) or any(self._has_trace(success, inner, field) for field, inner in value.items())
        if isinstance(value, list):
            return any(self._has_trace(success, inner, name) for inner in value)
        is_code = name.lower() in (success["field"].split(".")[-1].lower(), success.get("alias", "").lower())
        told = text(value)
        return self._says(value) and (
            name.lower() in self._traces(success) or bool(is_code and success.get("codes") and self._accepts(success, told))
        )

    @staticmethod
    def _traces(success):
        return {trace.split(".")[-1].lower() for trace in success.get("traces", [])}

    @staticmethod
    def _says(value):
        return text(value) not in ("", "N/A", "n/a")

    # ------------------------------------------------------------------ Error envelopes

    def _error(self, answer):
        """Code and words of an error envelope, and whether it is one: a row of x-bodies says so."""
        for row in self.api["x-bodies"].get("answers", []):
            if row["as"] == "error" and all(answer.get(field) is not None for field in row.get("all", [])):
                kinds = [set(kind.get("has", [])) for kind in row["kinds"]]
                if any(not names or names & self._names(answer) for names in kinds):
                    roles = self._roles(row["schema"], answer)
                    return roles.get("code", ""), roles.get("words", ""), True
        return "", "", False

    def _names(self, value):
        """The names that hold something, in objects inside too."""
        if not isinstance(value, dict):
            return set()
        inner = set().union(*(self._names(part) for part in value.values()))
        return inner | {name for name, part in value.items() if text(part)}

    def _words(self, operation, answer):
        """The words beside the code that x-success names, or else those that have the role."""
        field = self.operations[operation]["x-success"]["field"]
        for ending in ("Description", "Desc", "Message"):
            beside = text(at(answer, re.sub("Code$", ending, field)))
            if field.endswith("Code") and beside:
                return beside
        return self._roles(self.answer_schema(operation), answer).get("words", "") or self._roles("ErrorResponse", answer).get("words", "")

    def _roles(self, schema, value):
        """The first value of each role in an object, by its schema."""
        found = {}
        properties = self._schema({"$ref": "#/components/schemas/" + schema} if isinstance(schema, str) else schema)
        for name, part in properties.get("properties", {}).items():
            inner = value.get(name) if isinstance(value, dict) else None
            if isinstance(inner, dict):
                for role, told in self._roles(part, inner).items():
                    found.setdefault(role, told)
            role = part.get("x-role") or self._schema(part).get("x-role")
            if text(inner) and role:
                found.setdefault(role, text(inner))
        return found

    def _schema(self, schema):
        while "$ref" in schema or "allOf" in schema:
            schema = self.resolved(schema) if "$ref" in schema else schema["allOf"][0]
        return schema

    # ------------------------------------------------------------------ codes

    def meaning(self, table, operation, status, code, words):
        """The most telling entry of a code; None if nobody knows it."""

        def fits(entry):
            https = entry.get("http", [])
            said = words.strip().lower()
            all_of = entry.get("words")
            if (entry["code"].lower() != code.lower() if table == "x-statuses" else entry["code"] != code) or ("operations" in entry and operation not in entry["operations"]):
                return False
            if all_of is not None and said.rstrip(".") != all_of.strip().lower().rstrip("."):
                return False
            if entry.get("message", "").lower() not in said:
                return False
            if code == "":
                return status in https if https else "words" in entry or "message" in entry
            must_bear = entry["kind"] == "token" or re.fullmatch(r"[1-5]\d\d", code)
            return not must_bear or not https or status == 0 or status in https

        def telling(entry):
            return ("words" in entry, "message" in entry, "operations" in entry, len(entry.get("message", "")))

        return max(filter(fits, self.codes.get(table, [])), key=telling, default=None)
