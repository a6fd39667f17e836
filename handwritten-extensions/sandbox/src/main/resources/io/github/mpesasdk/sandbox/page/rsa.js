/** RSA with PKCS#1 v1.5 padding, which the gateways want and browsers do not offer. Only the public key comes here. */

const bytesOf = (base64) => Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));

/** A text, encrypted for the key in a certificate in PEM. */
export function forCertificate(pem, text) {
  const certificate = read(bytesOf(pem.replace(/-----[^-]+-----/g, '')), 0);
  const [signed] = children(certificate);
  // Behind version, serial, algorithm, issuer, validity and subject; the version has a tag of its own.
  return encrypt(children(signed)[6], text);
}

/** A text, encrypted for a public key, which is one line of base64. */
export const forKey = (base64, text) => encrypt(read(bytesOf(base64), 0), text);

/** One element of DER: its tag, its bytes, and where the next one begins. */
function read(bytes, at) {
  let length = bytes[at + 1];
  let start = at + 2;
  if (length > 127) {
    const more = length - 128;
    length = bytes.slice(start, start + more).reduce((sum, digit) => sum * 256 + digit, 0);
    start += more;
  }
  return {bytes: bytes.slice(start, start + length), end: start + length};
}

function children({bytes}) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const child = read(bytes, at);
    found.push(child);
    at = child.end;
  }
  return found;
}

const number = (bytes) => bytes.reduce((sum, digit) => (sum << 8n) | BigInt(digit), 0n);

function encrypt(keyInfo, text) {
  const bits = children(keyInfo)[1];
  // The first byte says how many bits are unused: none.
  const [modulus, exponent] = children(read(bits.bytes.slice(1), 0)).map(({bytes}) => number(bytes));
  const size = Math.ceil(modulus.toString(16).length / 2);
  const message = new TextEncoder().encode(text);
  const padding = Array.from({length: size - message.length - 3}, nonZero);
  const hidden = power(number([0, 2, ...padding, 0, ...message]), exponent, modulus).toString(16).padStart(size * 2, '0');
  return btoa(hidden.match(/../g).map((digits) => String.fromCharCode(parseInt(digits, 16))).join(''));
}

function nonZero() {
  const [random] = crypto.getRandomValues(new Uint8Array(1));
  return random || nonZero();
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = (square * square) % modulus) {
    if (exponent & 1n) {
      result = (result * square) % modulus;
    }
  }
  return result;
}
