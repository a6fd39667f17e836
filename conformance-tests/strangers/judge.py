"""Runs each stranger's client against the sandbox, and compares what happened with expected.yaml. See README.md."""

import argparse
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import urllib.request

import yaml
from cells import cells
from receiver import Receiver
from table import show

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = arguments()
    expected = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
    rows, broken = [], []
    for settings in settings_in(expected["clients"]):
        clients = [client for client in expected["clients"] if client.get("sandbox", []) == settings and wanted(client, options)]
        if clients:
            judge(clients, settings, expected, options, rows, broken)
    return show(expected, rows, broken, options.verbose)


def settings_in(clients):
    """Each list of options that some client wants its sandbox started with."""
    return [list(settings) for settings in sorted({tuple(client.get("sandbox", [])) for client in clients})]


def wanted(client, options):
    return not options.clients or client["name"] in options.clients


def judge(clients, settings, expected, options, rows, broken):
    with tempfile.TemporaryDirectory() as name, Sandbox(options.mpesa, settings, name) as sandbox:
        folder = pathlib.Path(name)
        receiver = Receiver(folder / "localhost.pem", folder / "localhost-key.pem")
        setup = write_setup(folder, shlex.split(options.mpesa), sandbox, receiver)
        for client in clients:
            reason = missing(client, options)
            if reason:
                rows.append((client, None, reason))
                continue
            ours = client["market"] in sandbox.description
            if ours:
                sandbox.reset(client["market"])
            receiver.clear()
            reports, problem = run(client, setup, sandbox, options)
            if problem:
                broken.append(f"{client['name']}: {problem}")
            journal = sandbox.journal(client["market"]) if ours else None
            rows.append((client, cells(reports, expected["calls"][client["market"]], journal, receiver), None))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mpesa", required=True, help="the command that starts mpesa")
    parser.add_argument("--tools", required=True, help="where the clients are installed")
    parser.add_argument("--verbose", action="store_true", help="show request and answer of every cell")
    parser.add_argument("clients", nargs="*", help="only these")
    return parser.parse_args()


class Sandbox:
    """mpesa sandbox with its proxy, as long as the block lasts."""

    def __init__(self, mpesa, settings, authority):
        command = shlex.split(mpesa) + ["sandbox", "--port=0", "--proxy=0", "--authority=" + authority, *settings]
        with open(pathlib.Path(authority) / "stderr", "w+", encoding="utf-8") as errors:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
            line = self.process.stdout.readline()
            if not line:
                errors.seek(0)
                raise SystemExit(f"The sandbox did not start: {shlex.join(command)}\n{errors.read()[-2000:]}")
        self.description = json.loads(line)
        self.proxy = self.description["proxy"]
        self.authority = self.description["certificateAuthorityFile"]

    def reset(self, market):
        urllib.request.urlopen(urllib.request.Request(self.description["baseUrl"] + f"/_sandbox/{market}/reset", data=b"{}")).close()

    def journal(self, market):
        with urllib.request.urlopen(self.description["baseUrl"] + f"/_sandbox/{market}/journal") as response:
            return json.load(response)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def write_setup(folder, mpesa, sandbox, receiver):
    certificate = folder / "sandbox.cer"
    certificate.write_text(sandbox.description["kenya"]["certificate"], encoding="utf-8")
    setup = {
        **sandbox.description,
        "mpesa": mpesa,
        "certificateFile": str(certificate),
        "msisdn": "254708374149",
        "mozambicanMsisdn": "258843330333",
        "unknownTransaction": "f449abol7j38",
        "callbacks": {"http": receiver.http, "https": receiver.https},
    }
    file = folder / "setup.json"
    file.write_text(json.dumps(setup), encoding="utf-8")
    return file


def tool(client, options):
    tools = pathlib.Path(options.tools)
    return {
        "python": [str(tools / "python/bin/python"), str(HERE / client["driver"])],
        "node": ["node", *(["--require", str(HERE / "node/through-proxy.cjs")] if client.get("preload") else []), str(tools / client["driver"])],
        "go": [str(tools / client["driver"])],
    }[client["language"]]


def missing(client, options):
    """Why a client cannot be run here, or None."""
    marker = pathlib.Path(options.tools) / {"python": "python/installed", "node": "node/installed", "go": client["driver"]}[client["language"]]
    return None if marker.exists() else f"{client['language']} clients are not installed here"


def run(client, setup, sandbox, options):
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment |= {
        "STRANGERS_SETUP": str(setup), "SSL_CERT_FILE": sandbox.authority, "REQUESTS_CA_BUNDLE": sandbox.authority,
        "NODE_EXTRA_CA_CERTS": sandbox.authority, "NO_PROXY": "127.0.0.1",
    }
    environment |= {"MPESA_PROXY" if client.get("preload") else "HTTPS_PROXY": sandbox.proxy}
    done = subprocess.run(tool(client, options), env=environment, capture_output=True, text=True, timeout=180, check=False)
    reports = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    problem = f"the driver ended with {done.returncode}\n{done.stderr.strip()[-2000:]}" if done.returncode != 0 or not reports else None
    return reports, problem


if __name__ == "__main__":
    sys.exit(main())
