/** One request as it is shown, with its answer and its callbacks. */

import {make} from './dom.js';
import * as mask from './mask.js';
import {ofDelivery, ofExchange} from './verdict.js';

const time = (at) => make('time', {datetime: at}, new Date(at).toLocaleTimeString([], {hour12: false}));

const badge = ({kind, mark, words}) =>
  make('span', {class: `verdict ${kind}`}, make('span', {'aria-hidden': 'true'}, `${mark} `), words);

const reasons = ({reasons: all}) =>
  all.length > 0 && make('ul', {class: 'reasons'}, ...all.map((reason) => make('li', {}, mask.numbers(reason))));

const shown = (title, text) => make('div', {}, make('h3', {}, title), make('pre', {tabindex: '0'}, text || '(nothing)'));

function request({method, path, query, body}) {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${mask.value(name, value)}`).join('&');
  return [`${method} ${mask.address(path)}${pairs && `?${pairs}`}`, body && mask.body(body)].join('\n').trimEnd();
}

const written = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${mask.value(name, value)}`).join('\n');

function callback(delivery, market, open, redeliver) {
  const verdict = ofDelivery(delivery);
  return make('div', {class: 'callback'},
    make('p', {class: 'head'}, time(delivery.at), market && make('span', {class: 'where'}, market), make('span', {}, delivery.operation),
      badge(verdict), delivery.attempt > 1 && make('span', {class: 'where'}, `attempt ${delivery.attempt}`),
      delivery.id !== undefined
        && make('button', {type: 'button', class: 'small', onclick: () => redeliver(delivery)}, 'Deliver again')),
    reasons(verdict),
    details(`Callback to ${mask.address(delivery.url)}`, open, shown('Body', mask.body(delivery.body))));
}

const details = (summary, open, ...content) => make('details', {open: open ?? false}, make('summary', {}, summary), ...content);

function exchanged(exchange, market, open) {
  const verdict = ofExchange(exchange);
  return [
    make('p', {class: 'head'}, time(exchange.at), make('span', {class: 'where'}, market),
      make('strong', {}, exchange.operation ?? mask.address(exchange.path)), badge(verdict)),
    reasons(verdict),
    details('Request and answer', open, shown('Request', request(exchange)),
      shown(exchange.status === 0 ? 'Answer, which was not sent whole' : `Answer, ${exchange.status}`, mask.body(exchange.answer)),
      shown('Headers of the request', written(exchange.headers))),
  ];
}

/** What an entry looks like; open tells which of its parts are open, in their order. */
export function draw({exchange, deliveries, market}, open, redeliver) {
  const {kind} = exchange ? ofExchange(exchange) : ofDelivery(deliveries[0]);
  const left = [...open];
  return make('li', {class: kind},
    ...(exchange ? exchanged(exchange, market, left.shift()) : []),
    ...deliveries.map((delivery) => callback(delivery, exchange ? undefined : market, left.shift(), redeliver)));
}

/** Whether something was refused or failed. */
export function isTrouble({exchange, deliveries}) {
  return (exchange !== undefined && ofExchange(exchange).kind !== 'good')
    || deliveries.some((delivery) => ofDelivery(delivery).kind !== 'good');
}
