"""Takes the callbacks of the sandbox, over http and https, and hands each to a client that asks for it by the last part of its address."""

import json
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """The certificate is the one that the sandbox makes for servers that take its callbacks."""

    def __init__(self, certificate, key):
        self.bodies = {}
        self.news = threading.Condition()
        self.http = "http://127.0.0.1:" + self.serve(None)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.https = "https://localhost:" + self.serve(context)

    def serve(self, context):
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return str(server.server_port)

    def clear(self):
        with self.news:
            self.bodies.clear()

    def put(self, name, body):
        with self.news:
            self.bodies[name] = body
            self.news.notify_all()

    def take(self, name, seconds):
        """The body that came for a name, or None. Waits for it."""
        end = time.monotonic() + seconds
        with self.news:
            while name not in self.bodies and time.monotonic() < end:
                self.news.wait(end - time.monotonic())
            return self.bodies.get(name)


def handler(receiver):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            receiver.put(self.path.strip("/"), body)
            self.answer(200, json.dumps({"ResultCode": 0, "ResultDesc": "Accepted"}).encode())

        def do_GET(self):
            body = receiver.take(self.path.strip("/"), 10)
            self.answer(404 if body is None else 200, body or b"")

        def answer(self, status, body):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
