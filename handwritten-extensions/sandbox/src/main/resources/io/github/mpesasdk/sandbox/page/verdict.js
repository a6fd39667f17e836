/** What became of a request or a callback: a kind, which is a colour, and words, which say the same. */

const good = (words, reasons = []) => ({kind: 'good', mark: '✓', words, reasons});
const odd = (words, reasons = []) => ({kind: 'odd', mark: '!', words, reasons});
const bad = (words, reasons = []) => ({kind: 'bad', mark: '✕', words, reasons});

/** What a gateway says when it refuses, in the fields in which each market says it. */
function words(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return [];
  }
  const code = answer?.errorCode ?? answer?.output_ResponseCode ?? answer?.ResponseCode ?? answer?.responseCode;
  const said = answer?.errorMessage ?? answer?.output_ResponseDesc ?? answer?.output_error ?? answer?.ResponseDescription
    ?? answer?.responseMessage ?? answer?.fault?.faultstring;
  const reason = [code, said].filter((part) => part !== undefined && part !== '').join(' ');
  return reason ? [reason] : [];
}

/** Whether an answer refuses although its status says that all is well. */
function refusesIn200(text) {
  const event = /<(?:\w+:)?code\b[^>]*>\s*(-?\d+)\s*</.exec(text);
  if (text.trimStart().startsWith('<')) {
    return event !== null && event[1] !== '3';
  }
  try {
    const {ResponseCode: code} = JSON.parse(text) ?? {};
    return code !== undefined && !/^0+$/.test(code);
  } catch {
    return false;
  }
}

function inXml(text) {
  const said = (name) => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]+)<`).exec(text)?.[1].trim();
  const reason = [said('code'), said('detail') ?? said('description') ?? said('faultstring')].filter(Boolean).join(' ');
  return reason ? [reason] : [];
}

export function ofExchange(exchange) {
  const {status, answer, refused, remarks} = exchange;
  const against = [...refused, ...remarks.map((remark) => `remark: ${remark}`)];
  const own = answer.trimStart().startsWith('<') ? inXml(answer) : words(answer);
  if (exchange.faults.length > 0) {
    const how = status === 0 ? 'Spoiled, the connection ended' : `Spoiled, answered ${status}`;
    return odd(how, [`asked for: ${exchange.faults.join(', ')}`, ...against]);
  }
  if (status === 0) {
    return odd('Connection ended', against);
  }
  if (status >= 400 || refusesIn200(answer)) {
    return bad(`Refused, ${status}`, [...own, ...against]);
  }
  return against.length > 0 ? odd(`Answered ${status}, with remarks`, against) : good(`Answered ${status}`);
}

const OUTCOMES = {
  UNREACHABLE: 'Not reached',
  UNDELIVERABLE: 'Not sent, because the address is not on this machine',
  MAIL: 'Not sent, because it would go by e-mail',
  LOST: 'Lost on purpose',
};

/** What a callback says of the payment, in the fields in which each market says it. */
function news(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return '';
  }
  const said = body?.Body?.stkCallback ?? body?.Result ?? body ?? {};
  const code = said.ResultCode ?? said.resultCode ?? said.input_ResultCode ?? said.input_ResponseCode;
  const desc = said.ResultDesc ?? said.resultDesc ?? said.input_ResultDesc ?? said.input_ResponseDesc;
  return code === undefined ? '' : `it says ${[code, desc].filter((part) => part !== undefined && part !== '').join(' ')}`;
}

export function ofDelivery({outcome, status, reason, violations, body}) {
  const why = [news(body), reason, ...violations].filter(Boolean);
  if (outcome === 'DELIVERED') {
    const arrived = status >= 200 && status < 300;
    return arrived && violations.length === 0 ? good(`Delivered, ${status}`, why)
      : arrived ? odd(`Delivered, ${status}, with remarks`, why) : bad(`Delivered, but answered ${status}`, why);
  }
  return (outcome === 'UNREACHABLE' || outcome === 'UNDELIVERABLE' ? bad : odd)(OUTCOMES[outcome] ?? outcome, why);
}
