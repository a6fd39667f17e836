// What all Node drivers share: it makes a call, and says in one line of JSON when it was made and what the client made of the answer.
const crypto = require("node:crypto");
const fs = require("node:fs");

const setup = JSON.parse(fs.readFileSync(process.env.STRANGERS_SETUP, "utf8"));
const url = (name) => `${setup.callbacks.http}/${name}`;

// What a merchant makes once with the gateway's certificate, for clients that take it ready-made.
const securityCredential = () =>
  crypto
    .publicEncrypt({ key: setup.kenya.certificate, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from(setup.kenya.initiatorPassword))
    .toString("base64");

// Calls, and reports what the client makes of it: accepted, refused, or broken where it fails by a fault of its own. Returns the answer, if any.
async function call(name, ask, accepted) {
  // So that the requests of two calls can be told apart by time.
  await new Promise((later) => setTimeout(later, 20));
  const begun = Date.now() / 1000;
  let answer;
  let said;
  let words;
  try {
    answer = await ask();
    said = accepted(answer) ? "accepted" : "refused";
    words = text(answer.data ?? answer);
  } catch (problem) {
    // Some of these clients throw the answer itself, or a part of it.
    said = problem instanceof TypeError ? "broken" : "refused";
    words = text(problem?.response?.data ?? problem?.data ?? problem?.message ?? problem);
  }
  console.log(JSON.stringify({ call: name, said, words: words.slice(0, 600), from: begun, to: Date.now() / 1000 }));
  return said === "accepted" ? answer : undefined;
}

// Waits until the callback of a call has come.
const settled = (name) => fetch(url(name));

const text = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? String(value));

module.exports = { setup, url, call, settled, securityCredential };
