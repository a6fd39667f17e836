"""What a callback is and tells, by x-bodies and x-role of a spec: the normal form of cases/README.md. Standard library only."""

import re
from decimal import Decimal, InvalidOperation

from money import Doubtful, read

IDS = ("key", "id", "receipt", "transaction", "request")


def plain(name):
    return name.replace(" ", "").lower()


def written(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def decimal(told):
    """An amount without an exponent, its digits as written; anything else as it is. Kenya writes some as a structure."""
    inside = re.search(r"BasicAmount=([\d.]+)", told)
    try:
        return format(Decimal(inside[1] if inside else told), "f")
    except InvalidOperation:
        return told


class Receiver:
    def __init__(self, rules):
        self.rules, self.bodies = rules, rules.api["x-bodies"]

    def decode(self, body, address=None):
        """The normal form of a body that the gateway posted, or Doubtful; `address` is the id of the callback in the spec."""
        posted = read(body)
        for shape in self.bodies["callbacks"]:
            part = posted
            for step in shape.get("within", []):
                part = part.get(step) if isinstance(part, dict) else None
            if isinstance(part, dict) and self._has_shape(shape, posted, part):
                schema = self._record(shape["schema"])
                part = self._respelled(part, schema)
                told = Told(self, schema, part)
                kinds = filter(self._is_late if address in self._timeouts() else told.is_kind, shape["kinds"])
                for kind in kinds:
                    return self._form(shape, kind, told, posted)
        raise Doubtful

    @staticmethod
    def _is_late(kind):
        """What comes to the address for time-outs settles nothing, whatever is in it."""
        return kind.get("means") == "unknown"

    def _timeouts(self):
        """The callbacks whose address is a field of the request that x-client calls the address for time-outs."""
        late = set()
        for call in self.rules.operations.values():
            for addresses in call.get("callbacks", {}).values():
                for address, item in addresses.items():
                    field = self._field(call, address.rstrip("}").split("/")[-1])
                    if field.get("x-client", {}).get("from") == "timeoutAddress":
                        late |= {sub["operationId"] for sub in item.values()}
        return late

    def _field(self, call, name):
        if "requestBody" not in call:
            return {}
        schema = self.rules.resolved(call["requestBody"])["content"]["application/json"]["schema"]
        return self.rules._schema(self.rules._schema(schema).get("properties", {}).get(name, {}))

    def _has_shape(self, shape, posted, part):
        others = {row["within"][0] for row in self.bodies["callbacks"] if "within" in row} - set(shape.get("within", [])[:1])
        there = lambda name: part.get(name) is not None
        named = {plain(name) for name, value in part.items() if value is not None}
        return (
            not (shape.get("within") and others & posted.keys())
            and all(plain(name) in named if self.bodies.get("spelling") else there(name) for name in shape.get("all", []))
            and (not shape.get("any") or any(map(there, shape["any"])))
            and not any(map(there, shape.get("none", [])))
        )

    def _record(self, schema):
        return self.rules._schema({"$ref": "#/components/schemas/" + schema})

    def _respelled(self, part, schema):
        if self.bodies.get("spelling") != "any":
            return part
        names = {plain(name): name for name in schema.get("properties", {})}
        return {names.get(plain(name), name): value for name, value in part.items()}

    def is_absent(self, name, told):
        return not told.strip() or (told in self.bodies.get("absent", []) and name not in self.bodies.get("present", []))

    def _form(self, shape, kind, told, posted):
        code = told.first("code")
        around, part = {}, posted
        for step in shape.get("within", []):
            around.update({name: value for name, value in part.items() if name != step})
            part = part[step]
        return {
            "kind": kind["kind"],
            "outcome": self._outcome(shape, kind, told, code),
            "resultCode": code,
            "description": told.first("words"),
            "ids": told.ids,
            "values": told.values,
            "other": {**told.other, **around},
        }

    def _outcome(self, shape, kind, told, code):
        """What it says of the payment; whatever contradicts itself says nothing."""
        if "means" in kind and (code is None or kind["means"] == "unknown"):
            return kind["means"]
        if told.is_odd or told.is_divided("code") or code is None:
            return "unknown"
        entry = self._entry(shape, kind, code, told.first("words") or "")
        if kind.get("tells") in self._questions() and self._tells_states(self._record(shape["schema"])):
            # A question that failed settles no payment, and one that succeeded what the state says.
            is_answered = entry and entry["kind"] == "success" and told.first("status") and not told.is_divided("status")
            return self.rules._means(self.rules.meaning("x-statuses", kind["tells"], 0, told.first("status"), "") if is_answered else None)
        outcome = self.rules._means(entry)
        if outcome == "succeeded" and told.has_one(kind.get("doubts", {})):
            return "unknown"
        if outcome == "failed" and (told.has_one(kind.get("signs", {})) or told.first("receipt")):
            return "unknown"
        return outcome

    def _questions(self):
        """The operations that ask what became of a payment."""
        outcomes = [call.get("x-outcome") for call in self.rules.operations.values()]
        return {outcome["query"] for outcome in outcomes if isinstance(outcome, dict) and "query" in outcome}

    def _tells_states(self, schema):
        """Whether a schema has a field for the state of what was asked about."""
        fields = schema.get("properties", {}).values()
        parts = [part for field in fields for part in (field, self.rules._schema(field))]
        return any(part.get("x-role") == "status" or "status" in part.get("x-names", {}).values() for part in parts) or any(
            self._tells_states(part) for part in parts if part.get("properties")
        )

    def _entry(self, shape, kind, code, words):
        """The meaning that holds for every operation which the body can speak of."""
        posted = shape.get("posted", shape["schema"])
        calls = [
            name
            for name, call in self.rules.operations.items()
            if isinstance(call.get("x-outcome"), dict) and posted in ("any", call["x-outcome"].get("callback"))
        ]
        meanings = [self.rules.meaning("x-results", name, 0, code, words) for name in ([kind["tells"]] if "tells" in kind else calls)]
        if not meanings or None in meanings:
            return None
        doubtful = next((entry for entry in meanings if not entry["final"]), None)
        agree = len({entry["kind"] == "success" for entry in meanings}) == 1
        return doubtful or (meanings[0] if agree else None)


class Told:
    """What one object tells, by the roles of its schema."""

    def __init__(self, receiver, schema, part):
        self.receiver, self.rules = receiver, receiver.rules
        self.ids, self.values, self.other, self.is_odd = {}, {}, {}, False
        self._roles, self._texts = {}, {}
        self._read(schema, part, "")

    def _read(self, schema, part, path):
        fields = schema.get("properties", {})
        aliases = {self._alias(field): name for name, field in fields.items() if self._alias(field)}
        if any(alias in part and name in part for alias, name in aliases.items()):
            raise Doubtful
        part = {aliases.get(name, name): value for name, value in part.items()}
        spelled = {plain(name) for name in fields}
        for name, value in part.items():
            if not isinstance(value, (dict, list)) and value is not None:
                self._collect(name, written(value))
            if name not in fields:
                self.is_odd |= value is not None and plain(name) in spelled
                self.other[name] = value
        for name, field in fields.items():
            value, resolved = part.get(name), self.rules._schema(field)
            if value is None:
                continue
            names = self._names(field, resolved)
            if names is not None:
                self._read_names(name, value, names)
            elif isinstance(value, dict) and resolved.get("properties"):
                self._read(resolved, value, path + name + ".")
            elif isinstance(value, (dict, list)):
                self.is_odd, self.other[name] = True, value
            else:
                self._place(name, field, resolved, written(value), path)

    def _alias(self, field):
        return field.get("x-alias") or self.rules._schema(field).get("x-alias")

    def _names(self, field, resolved):
        """The roles of the names in a list of names and values; None where a field is no such list."""
        for schema in (field, resolved):
            if "x-names" in schema:
                return {plain(name): role for name, role in schema["x-names"].items()}
        reference = str(field.get("$ref", "")) + str(field.get("allOf", ""))
        return {} if re.search("(ParameterList|ItemList|ItemData)", reference) else None

    def _read_names(self, name, value, roles):
        if isinstance(value, str) and not value.strip():
            return
        rows = value if isinstance(value, list) else [value]
        if not all(isinstance(row, dict) for row in rows):
            self.is_odd, self.other[name] = True, value
            return
        for row in rows:
            key = next((row[each] for each in ("Name", "Key", "name", "key") if row.get(each) is not None), None)
            told = next((row[each] for each in ("Value", "value") if row.get(each) is not None), None)
            if key is None or told is None or isinstance(told, (dict, list)):
                continue
            told, key, count = written(told), str(key), 1
            self._collect(key, told)
            if self.receiver.is_absent(key, told):
                continue
            role = roles.get(plain(key))
            self._roles.setdefault(role, []).append(told)
            shown = key
            while shown in self.values:
                count += 1
                shown = f"{key}#{count}"
            self.values[shown] = decimal(told) if role == "amount" or "BasicAmount=" in told else told

    def _place(self, name, field, resolved, told, path):
        if self.receiver.is_absent(name, told):
            return
        role = field.get("x-role") or resolved.get("x-role")
        self._roles.setdefault(role, []).append(told)
        if role in IDS:
            self.ids[name] = told
        elif role == "amount":
            self.values[name] = decimal(told)
        elif role == "status":
            self.values[name] = told
        elif role is None:
            self.values[path + name] = told

    def _collect(self, name, told):
        if not self.receiver.is_absent(name, told):
            self._texts.setdefault(plain(name), []).append(told.strip().lower())

    def first(self, role):
        return self._roles.get(role, [None])[0]

    def is_divided(self, role):
        return len({told.strip().lower() for told in self._roles.get(role, [])}) > 1

    def has_one(self, rules):
        return any(told in [value.lower() for value in values] for name, values in rules.items() for told in self._of(name))

    def _of(self, name):
        return self._texts.get(plain(name), [])

    def is_kind(self, kind):
        """Whether all that is said of a kind holds."""
        return (
            (not kind.get("has") or any(map(self._of, kind["has"])))
            and all(self.has_one({name: values}) for name, values in kind.get("is", {}).items())
            and all(any(told not in [v.lower() for v in values] for told in self._of(name)) for name, values in kind.get("unless", {}).items())
            and all(any(p in told for told in self._of(name) for p in parts) for name, parts in kind.get("mentions", {}).items())
            and all(
                any(not any(re.fullmatch(p, told, re.I) for p in patterns) for told in self._of(name))
                for name, patterns in kind.get("unlike", {}).items()
            )
        )
