// Loaded before a client (node --require): all its https goes through the CONNECT proxy at MPESA_PROXY. It is for clients that call Node's own
// https, which before Node 24 cannot be told of a proxy, and for axios 0.18, which makes of HTTPS_PROXY a TLS handshake with the proxy itself.
const http = require("node:http");
const https = require("node:https");
const tls = require("node:tls");

const proxy = new URL(process.env.MPESA_PROXY);

class ThroughProxy extends https.Agent {
  createConnection(options, done) {
    const target = `${options.host}:${options.port}`;
    const connect = http.request({ host: proxy.hostname, port: proxy.port, method: "CONNECT", path: target, headers: { Host: target } });
    connect.on("connect", (response, socket) => {
      if (response.statusCode === 200) done(null, tls.connect({ ...options, socket, servername: options.host }));
      else done(new Error(`the proxy refuses ${target} with ${response.statusCode}`));
    });
    connect.on("error", done);
    connect.end();
  }
}

https.globalAgent = new ThroughProxy();
