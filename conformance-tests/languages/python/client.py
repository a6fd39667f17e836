"""The stock client of an API, and what a stock client leaves to its user: tokens, encryption, and what may be repeated."""

import importlib
import json
import re

from urllib3.exceptions import HTTPError, NewConnectionError

from money import Outcome, Rules, text
from support import encrypt


def snake(name):
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name))
    return words.lower()


class Api:
    """One API: its rules, how it is set up, and its stock client."""

    def __init__(self, contracts, market):
        self.setup = json.loads((contracts / "cases" / market / "setup.json").read_text())
        specs = contracts / "specs" / self.setup["api"]
        self.rules = Rules(json.loads((specs / "openapi.json").read_text()), json.loads((specs / "codes.json").read_text()))
        self.stock = importlib.import_module("mpesa_" + self.setup["api"])

    def arguments(self, operation, content):
        """The input as the stock client takes it."""
        call = self.rules.operations[operation]
        if "requestBody" not in call:
            return {snake(name): value for name, value in content.items()}
        name = self.rules.resolved(call["requestBody"])["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
        return {snake(name): getattr(self.stock, name)(**content)}

    def model(self, operation, body):
        """The answer as the stock client reads it."""
        schema = self.rules.answer_schema(operation)
        return getattr(self.stock, schema["$ref"].split("/")[-1]).from_json(body).to_dict()


class Client:
    """The stock client of one API, built for a host with credentials and with the key under which secrets travel."""

    def __init__(self, api, host, credentials, key):
        self.api, self.host, self.credentials, self.key = api, host, credentials, key

    def _stock(self, **credentials):
        stock = self.api.stock
        client = stock.ApiClient(stock.Configuration(host=self.host, retries=False, **credentials))
        for name, value in self.api.setup["headers"].items():
            client.set_default_header(name.title(), value)
        return client

    def _signed_in(self, operation, token):
        scheme = next(iter(self.api.rules.operations[operation]["security"][0]))
        values = self.credentials
        if scheme == "consumer":
            return self._stock(username=values["consumerKey"], password=values["consumerSecret"])
        secret = {"accessToken": token, "encryptedApiKey": values.get("apiKey"), "encryptedSession": token}[scheme]
        return self._stock(access_token=encrypt(secret, self.key) if scheme.startswith("encrypted") else secret)

    def once(self, operation, content, token=None):
        """Sends one request through the stock client, and says what the caller must see."""
        client, rules = self._signed_in(operation, token), self.api.rules
        method = snake(operation)
        calls = next(each for name, each in vars(self.api.stock).items() if name.endswith("Api") and hasattr(each, method))(client)
        try:
            response = getattr(calls, method + "_without_preload_content")(**self.api.arguments(operation, content))
            status, body = response.status, response.data.decode()
        except NewConnectionError:
            return Outcome("not-connected")
        except HTTPError:
            return rules.lost(operation)
        outcome = rules.judge(operation, content, status, body)
        if outcome.body is not None:
            outcome.model = self.api.model(operation, body)
        return outcome

    def patiently(self, operation, content, token=None):
        """The same, up to three times where that is harmless and may help."""
        for _ in range(3):
            outcome = self.once(operation, content, token)
            if not (outcome.may_pass and self.api.rules.may_be_repeated(operation)):
                break
        return outcome

    def token(self):
        """A token or a session; without it nothing is sent."""
        operation = self.api.setup["tokens"]["operation"]
        outcome = self.patiently(operation, {"grant_type": "client_credentials"} if operation == "token" else {})
        return outcome, text(outcome.body[self.api.setup["tokens"]["field"]]) if outcome.error is None else None

    def call(self, operation, content):
        """A call with a token, which is replaced once where the answer says no more than that it is bad."""
        if operation == self.api.setup["tokens"]["operation"]:
            return self.patiently(operation, content)
        for _ in range(2):
            refusal, token = self.token()
            if token is None:
                return refusal
            outcome = self.patiently(operation, content, token)
            if not outcome.asks_for_a_new_token:
                break
        return outcome


def filled(request, secrets, key):
    """The content of a request, as a client has completed it: what is open in a case is computed here."""

    def value(given):
        if not isinstance(given, dict):
            return given
        if "$encrypted" in given:
            return encrypt(secrets[given["$encrypted"]], key)
        if "$any" in given:
            return "0123456789abcdef0123"
        return {name: value(inner) for name, inner in given.items()}

    return {name: value(given) for name, given in (request.get("body") or request.get("query") or {}).items()}
