"""What every driver needs and no client brings: the sandbox's description, RSA, and an address for callbacks."""

import base64
import json
import os
import queue
import threading
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_der_public_key

# Where a program is told everything else, it needs no description.
SANDBOX = json.loads(os.environ.get("MPESA_SANDBOX", "{}"))


def encrypt(secret, key):
    """RSA with PKCS 1 version 1.5, in base64, as every market wants its secrets."""
    return base64.b64encode(key.encrypt(secret.encode(), padding.PKCS1v15())).decode()


def certificate_key(pem):
    return x509.load_pem_x509_certificate(pem.encode()).public_key()


def portal_key(text):
    """A public key as Vodacom's portals print it: base64 on one line."""
    return load_der_public_key(base64.b64decode(text))


def fresh_id():
    return uuid.uuid4().hex


def control(path, argument):
    """Tells the sandbox's control address something."""
    request = urllib.request.Request(f"{SANDBOX['baseUrl']}/_sandbox/{path}", json.dumps(argument).encode(), method="POST")
    urllib.request.urlopen(request, timeout=10).close()


class Shop:
    """A web server of the shop: hands out what was posted, and replies with what `reply` makes of it."""

    def __init__(self, reply):
        arrived = queue.Queue()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                text = self.rfile.read(int(self.headers["Content-Length"])).decode()
                answer = json.dumps(reply(json.loads(text))).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
                arrived.put(text)

            def log_message(self, *arguments):
                pass

        self._arrived = arrived
        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def next(self):
        """The text of the next callback."""
        return self._arrived.get(timeout=10)
