/** Sends requests as a client of each market does: first what proves who it is, then the call. */

import * as rsa from './rsa.js';

const random = (length) => [...crypto.getRandomValues(new Uint8Array(length / 2))]
  .map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The time at UTC plus so many hours, in digits. */
const digits = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

async function call(method, path, headers, body) {
  const answer = await fetch(path, {method, headers, body, cache: 'no-store'});
  return {status: answer.status, text: await answer.text()};
}

async function field(name, method, path, headers) {
  const {status, text} = await call(method, path, headers);
  try {
    const value = JSON.parse(text)[name];
    if (value) {
      return value;
    }
  } catch {
    // No JSON has no field either.
  }
  throw new Error(`no ${name}: the request for it was answered with ${status}`);
}

function pathAndQuery(method, path, body) {
  return method === 'GET' && body ? `${path}?${new URLSearchParams(JSON.parse(body))}` : path;
}

function json(method, path, bearer, body) {
  const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${bearer}`};
  return call(method, pathAndQuery(method, path, body), headers, method === 'GET' ? undefined : body);
}

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function envelope(event, token, items, types = {}) {
  const written = Object.entries(items).map(([name, value]) =>
    `<dataItem><name>${escaped(name)}</name><type>${types[name] ?? 'String'}</type><value>${escaped(value)}</value></dataItem>`);
  return '<?xml version="1.0" encoding="UTF-8"?>'
    + '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"'
    + ' xmlns:soap="http://www.4cgroup.co.za/soapauth" xmlns:gen="http://www.4cgroup.co.za/genericsoap">'
    + `<soapenv:Header>${token ? `<soap:Token>${escaped(token)}</soap:Token>` : ''}<soap:EventID>${event}</soap:EventID></soapenv:Header>`
    + `<soapenv:Body><gen:getGenericResult><Request>${written.join('')}</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>`;
}

const soap = (path, body) => call('POST', path, {'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""'}, body);

const CLIENTS = {
  kenya: {
    hours: 3,
    values({payBill, storeNumber, passkey, certificate, initiatorPassword}, {timestamp}) {
      return {
        password: base64(payBill + passkey + timestamp),
        storePassword: base64(storeNumber + passkey + timestamp),
        securityCredential: rsa.forCertificate(certificate, initiatorPassword),
      };
    },
    async send({consumerKey, consumerSecret}, {method, path}, body) {
      const token = await field('access_token', 'GET', '/oauth/v1/generate?grant_type=client_credentials',
        {Authorization: `Basic ${base64(`${consumerKey}:${consumerSecret}`)}`});
      return json(method, path, token, body);
    },
  },
  vodacom: {
    hours: 3,
    async send({apiKey, publicKey}, {method, path, session}, body) {
      const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${rsa.forKey(publicKey, apiKey)}`};
      const id = await field('output_SessionID', 'GET', session, headers);
      return json(method, path, rsa.forKey(publicKey, id), body);
    },
  },
  mozambique: {
    hours: 2,
    send: ({apiKey, publicKey}, {method, path}, body) => json(method, path, rsa.forKey(publicKey, apiKey), body),
  },
  drc: {
    hours: 1,
    async send({username, password}, {path, session, event, types}, body) {
      const login = await soap(session, envelope(2500, undefined, {Username: username, Password: password}));
      const token = /<(?:\w+:)?name>\s*SessionID\s*<[\s\S]*?<(?:\w+:)?value>([^<]+)</.exec(login.text)?.[1];
      if (!token) {
        throw new Error(`no SessionID: the login was answered with ${login.status}`);
      }
      return soap(path, envelope(event, token, JSON.parse(body), types));
    },
  },
};

/** What earlier answers said, by the names of their fields. */
const remembered = new Map();

function remember(text) {
  try {
    Object.entries(JSON.parse(text)).filter(([, value]) => typeof value === 'string')
      .forEach(([name, value]) => remembered.set(name, value));
  } catch {
    // Only JSON has fields that later requests ask with.
  }
}

/** Fills in what stands in braces; "{{#name}}" becomes a number. */
function filled(template, values) {
  const valueOf = (name) => {
    const value = values[name] ?? remembered.get(name);
    if (value === undefined) {
      throw new Error(`nothing is known as ${name}; it comes with the answer to another request, or is misspelt`);
    }
    return JSON.stringify(String(value)).slice(1, -1);
  };
  return template.replace(/"\{\{#(\w+)\}\}"/g, (whole, name) => valueOf(name)).replace(/\{\{(\w+)\}\}/g, (whole, name) => valueOf(name));
}

/** Sends an example with a body, whose gaps are filled; what comes back is status and text. */
export async function send(market, example, template, credentials, callback) {
  const client = CLIENTS[market];
  const given = {...credentials, callback, timestamp: digits(client.hours), id: random(32)};
  const body = filled(template, {...given, ...client.values?.(credentials, given)});
  JSON.parse(body);
  const answer = await client.send(credentials, example, body);
  remember(answer.text);
  return answer;
}
