"""The M-Pesa sandbox in pytest. Copy this file beside your tests, and put this line into conftest.py:

    pytest_plugins = ["mpesa_sandbox"]

A test that takes `mpesa` has a tenant of its own: credentials, phones, books, faults and journal that no other test sees.
Needs Python 3.9 or newer and pytest, nothing else. The variables that it looks at are in the README beside this folder.
"""

import json
import os
import queue
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

START_LIMIT = 60  # seconds until a sandbox that was started has to be ready
CALL_LIMIT = 10  # seconds for one request to its controls
# The sandbox is on this machine or beside it: a proxy for other hosts is not asked.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture(scope="session")
def mpesa_sandbox():
    """The sandbox that MPESA_SANDBOX_URL names, or one that is started for this run and stopped after it."""
    with Sandbox.find_or_start() as sandbox:
        yield sandbox


@pytest.fixture
def mpesa(mpesa_sandbox):
    """A tenant of its own for each test."""
    with mpesa_sandbox.tenant() as tenant:
        yield tenant


class Sandbox:
    """A sandbox that runs. Use it in a `with` statement: its end stops the process, if this object started one."""

    def __init__(self, url, token=None, process=None):
        self.url = url
        self.process = process
        self._token = token

    @classmethod
    def find_or_start(cls):
        token = os.environ.get("MPESA_SANDBOX_CONTROL_TOKEN")
        if os.environ.get("MPESA_SANDBOX_URL"):
            sandbox = cls(os.environ["MPESA_SANDBOX_URL"].rstrip("/"), token)
            sandbox.call("GET", sandbox.url + "/_sandbox/health")
            return sandbox
        process = subprocess.Popen(
            [*_command(), "sandbox", "--port", "0", "--quiet"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        try:
            description = json.loads(_first_line(process))
        except BaseException:
            _stop(process)
            raise
        return cls(description["baseUrl"], description.get("controlToken", token), process)

    def tenant(self):
        return Tenant(self, self.call("POST", self.url + "/_sandbox/tenants", {}))

    def call(self, method, url, argument=None):
        """Asks a control address; its complaint, if there is one, becomes the error."""
        request = urllib.request.Request(url, method=method, headers={"Content-Type": "application/json"})
        if argument is not None:
            request.data = json.dumps(argument).encode()
        if self._token:
            request.add_header("Authorization", f"Bearer {self._token}")
        try:
            with DIRECT.open(request, timeout=CALL_LIMIT) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            complaint = refused.read().decode(errors="replace")
            raise RuntimeError(f"{method} {url} was answered with {refused.code}: {complaint}") from None

    def close(self):
        if self.process:
            _stop(self.process)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Tenant:
    """What one test has of the sandbox. `kenya`, `vodacom`, `mozambique` and `drc` are dictionaries with the address
    and the credentials of a market, such as `mpesa.kenya["baseUrl"]` and `mpesa.kenya["consumerKey"]`."""

    def __init__(self, sandbox, description):
        self.name = description["tenant"]
        self.kenya = description["kenya"]
        self.vodacom = description["vodacom"]
        self.mozambique = description["mozambique"]
        self.drc = description["drc"]
        self.callbacks = Callbacks()
        self._sandbox = sandbox
        self._controls = f"{sandbox.url}/_sandbox/tenants/{self.name}"

    def phone(self, behaviour, msisdn=None, after=0, market="kenya"):
        """What customers do with a prompt, one or all of them: "approves" (after so many seconds), "entersWrongPin",
        "cancels", "ignores", "hasTooLittleMoney", or "asks" a person on the sandbox's page."""
        argument = {"behaviour": behaviour}
        if msisdn:
            argument["msisdn"] = msisdn
        if after:
            argument["afterMillis"] = int(after * 1000)
        self.control(f"{market}/phone", argument)

    def callback_url(self, path="/callback"):
        """An address to give to M-Pesa: what is sent there is for `wait_for_callback`."""
        return self.callbacks.url + path

    def wait_for_callback(self, path=None, timeout=10):
        """The first callback that was not yet taken, at this path or at any; after so many seconds the test fails."""
        return self.callbacks.take(path, timeout)

    def control(self, path, argument=None):
        """Any other control of the sandbox: control("kenya/faults", {"operation": "stkPush", "fault": "HTML_503"})."""
        return self._sandbox.call("POST", f"{self._controls}/{path}", argument or {})

    def journal(self, market="kenya"):
        """The requests and callbacks of this test: {"exchanges": [...], "deliveries": [...]}."""
        return self._sandbox.call("GET", f"{self._controls}/{market}/journal")

    def reset(self):
        """Begins anew within a test; credentials and tokens stay."""
        self.control("reset")
        self.callbacks.forget()

    def close(self):
        self.callbacks.close()
        self._sandbox.call("DELETE", self._controls)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Callback:
    """What M-Pesa sent. `json` is its body, or None where the body is no JSON."""

    def __init__(self, path, headers, text):
        self.path = path
        self.headers = headers
        self.text = text
        try:
            self.json = json.loads(text)
        except ValueError:
            self.json = None

    def __repr__(self):
        return f"callback at {self.path}: {self.text}"


class Callbacks:
    """A small web server for callbacks. `reply` makes the reply, a status and a text, of a callback; set another one to
    refuse a C2B validation, or to reply in XML."""

    def __init__(self):
        self.reply = usual_reply
        self._waiting = []
        self._changed = threading.Condition()
        host = os.environ.get("MPESA_CALLBACK_HOST")
        self._server = ThreadingHTTPServer(("0.0.0.0" if host else "127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://{host or '127.0.0.1'}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def take(self, path, timeout):
        end = time.monotonic() + timeout
        with self._changed:
            while True:
                for callback in self._waiting:
                    if path in (None, callback.path):
                        self._waiting.remove(callback)
                        return callback
                left = end - time.monotonic()
                if left <= 0:
                    where = f"at {path} " if path else ""
                    pytest.fail(f"no callback came {where}within {timeout} s; others that wait: {self._waiting}")
                self._changed.wait(left)

    def waiting(self):
        """The callbacks that nobody has taken yet."""
        with self._changed:
            return list(self._waiting)

    def forget(self):
        with self._changed:
            self._waiting.clear()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _handler(self):
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                callback = Callback(self.path, dict(self.headers.items()), text)
                status, reply = owner.reply(callback)
                body = reply.encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json" if reply.startswith("{") else "text/xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                with owner._changed:
                    owner._waiting.append(callback)
                    owner._changed.notify_all()

            def log_message(self, *_):
                pass  # http.server would write a line to stderr for each callback

        return Handler


def usual_reply(callback):
    """The reply that the market expects: Vodacom's JSON gateways want their ids back, Daraja a result code."""
    body = callback.json if isinstance(callback.json, dict) else {}
    if "input_OriginalConversationID" in body:
        return 200, json.dumps(
            {
                "output_OriginalConversationID": body["input_OriginalConversationID"],
                "output_ResponseCode": "0",
                "output_ResponseDesc": "Successfully Accepted Result",
                "output_ThirdPartyConversationID": body.get("input_ThirdPartyConversationID")
                or body.get("input_ThirdPartyReference"),  # its name in Mozambique
            }
        )
    return 200, json.dumps({"ResultCode": 0, "ResultDesc": "Accepted"})


def _command():
    if os.environ.get("MPESA_JAR"):
        return ["java", "-jar", os.environ["MPESA_JAR"]]
    program = shutil.which(os.environ.get("MPESA") or "mpesa")
    if program is None:
        raise RuntimeError(
            "no sandbox: set MPESA_SANDBOX_URL to one that runs, MPESA to the mpesa command or MPESA_JAR to mpesa.jar"
        )
    return [program]


def _first_line(process):
    lines = queue.Queue()
    threading.Thread(target=lambda: lines.put(process.stdout.readline()), daemon=True).start()
    try:
        line = lines.get(timeout=START_LIMIT)
    except queue.Empty:
        raise RuntimeError(f"the sandbox was not ready within {START_LIMIT} s") from None
    if not line:
        raise RuntimeError(f"the sandbox ended with exit code {process.wait()}; stderr says why")
    return line


def _stop(process):
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
