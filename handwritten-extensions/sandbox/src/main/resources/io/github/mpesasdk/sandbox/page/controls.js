/** The controls of the sandbox, as one tenant has them. */

const TOKEN = 'mpesa-sandbox-token';

/** The controls want a token that this page does not have. */
export class TokenWanted extends Error {}

// A link may bring the token along; it does not stay in the address.
const brought = new URLSearchParams(location.hash.slice(1)).get('token');
if (brought) {
  keepToken(brought);
  history.replaceState(null, '', location.pathname);
}

export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export const hasToken = () => sessionStorage.getItem(TOKEN) !== null;

/** Where a tenant's controls are. */
export function rootOf(tenant) {
  return tenant === 'default' ? '/_sandbox' : `/_sandbox/tenants/${encodeURIComponent(tenant)}`;
}

async function call(method, path, body) {
  const token = sessionStorage.getItem(TOKEN);
  const answer = await fetch(path, {
    method,
    headers: {...(token && {Authorization: `Bearer ${token}`}), ...(body && {'Content-Type': 'application/json'})},
    body: body && JSON.stringify(body),
    cache: 'no-store',
  });
  const text = await answer.text();
  if (answer.ok) {
    return text;
  }
  const words = errorOf(text) ?? `${method} ${path} was answered with ${answer.status}`;
  throw answer.status === 403 && words.includes('token') ? new TokenWanted(words) : new Error(words);
}

function errorOf(text) {
  try {
    return JSON.parse(text).error;
  } catch {
    return undefined;
  }
}

export const text = (path) => call('GET', path);
export const get = async (path) => JSON.parse(await call('GET', path));
export const post = async (path, body = {}) => JSON.parse(await call('POST', path, body));
