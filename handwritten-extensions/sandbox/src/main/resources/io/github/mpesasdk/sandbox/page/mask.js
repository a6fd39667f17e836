/**
 * Hides telephone numbers, names and secrets in what is shown. In a document whose form is not understood, everything
 * that might be one of them is hidden.
 */

const HIDDEN = '••••••';
const SECRET = /pass(word|key)|secret|token|credential|session_?id|api_?key|authorization|^pin$/i;
const PERSON = /(first|middle|last|sur|public|customer)_?name|initials/i;
/** Ids that the gateway makes for a request: by them it is found again, and nobody is known by them. */
const REQUEST_ID = /^(request_?id|requestrefid|responserefid|merchantrequestid|conversationid|output_conversationid|responseid)$/i;
const LONG_NUMBER = /\d{9,}/g;
const LONG_TOKEN = /[A-Za-z0-9+/_=-]{24,}/g;
/** Lists name their items in fields of their own. */
const NAMING = ['Key', 'Name', 'name'];
const HOLDING = ['Value', 'value'];

let shown = false;

export function showAll(yes) {
  shown = yes;
}

export const isShown = () => shown;

/** Whether what has this name is hidden. */
export const isSecret = (name) => SECRET.test(name);

const isHidden = (name) => SECRET.test(name) || PERSON.test(name);

/** A text in which the long numbers are hidden, but for their ends. */
export function numbers(text) {
  return shown ? String(text) : String(text).replace(LONG_NUMBER, (number) => '•'.repeat(number.length - 3) + number.slice(-3));
}

/** A text of which nothing is known. */
const anything = (text) => numbers(text.replace(LONG_TOKEN, HIDDEN));

/** An address. Its path may hold what proves a callback. */
export function address(url) {
  return shown ? url : numbers(url.replace(/[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*(?=[/?#]|$)/g, (step) => step.length < 16 ? step : HIDDEN));
}

/** The value of a header or a field. */
export function value(name, text) {
  return shown || REQUEST_ID.test(name) ? text : isHidden(name) ? HIDDEN : numbers(text);
}

/** A body: JSON or XML in a form to be read, or any other text. */
export function body(text) {
  if (text.trimStart().startsWith('<')) {
    return xml(text);
  }
  try {
    JSON.parse(text);
  } catch {
    return plain(text);
  }
  return json(text);
}

const plain = (text) => shown ? text : anything(text);

/** The same JSON over several lines: token by token, so that a key that comes twice and a number's form can be seen. */
function json(text) {
  const frames = [{}];
  let lines = '';
  const breakLine = () => { lines += `\n${'  '.repeat(frames.length - 1)}`; };
  const begin = () => {
    const frame = frames.at(-1);
    if (frame.isEmpty) {
      frame.isEmpty = false;
      breakLine();
    }
    return frame;
  };
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === '{' || token === '[') {
      const {name} = begin();
      frames.push({name, isObject: token === '{', wantsName: token === '{', isEmpty: true});
      lines += token;
    } else if (token === '}' || token === ']') {
      if (!frames.pop().isEmpty) {
        breakLine();
      }
      lines += token;
    } else if (token === ',') {
      frames.at(-1).wantsName = frames.at(-1).isObject;
      lines += token;
      breakLine();
    } else if (token === ':') {
      frames.at(-1).wantsName = false;
      lines += ': ';
    } else {
      const frame = begin();
      lines += scalar(token, frame);
    }
  }
  return lines;
}

function scalar(token, frame) {
  if (frame.wantsName) {
    frame.name = JSON.parse(token);
    return numbers(token);
  }
  if (NAMING.includes(frame.name) && token.startsWith('"')) {
    frame.hides = isHidden(JSON.parse(token));
  }
  const hides = isHidden(frame.name ?? '') || (frame.hides && HOLDING.includes(frame.name));
  if (hides && !shown && !['""', 'null', 'true', 'false'].includes(token)) {
    return `"${HIDDEN}"`;
  }
  return REQUEST_ID.test(frame.name ?? '') ? token : numbers(token);
}

function xml(text) {
  const lines = text.replace(/>\s*</g, '>\n<');
  if (shown) {
    return lines;
  }
  const items = lines.replace(/<((?:\w+:)?dataItem)\b[^>]*>[\s\S]*?<\/\1\s*>/g, (item) => {
    const name = /<(?:\w+:)?name\b[^>]*>([^<]*)</.exec(item)?.[1] ?? '';
    return isHidden(name.trim()) ? item.replace(/(<((?:\w+:)?value)\b[^>]*>)[\s\S]*?(<\/\2\s*>)/, `$1${HIDDEN}$3`) : item;
  });
  const elements = items.replace(/<((?:\w+:)?(\w+))(\s[^>]*)?>([^<]+)<\/\1\s*>/g,
    (element, tag, name, attributes = '') => isHidden(name) ? `<${tag}${attributes}>${HIDDEN}</${tag}>` : element);
  return numbers(elements);
}
