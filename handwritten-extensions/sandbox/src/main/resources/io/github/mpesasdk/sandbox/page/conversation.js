/** What was said between clients and the markets, the newest on top. */

import {by, options} from './dom.js';
import * as controls from './controls.js';
import {draw, isTrouble} from './entry.js';

const MOST = 200;
/** Entries are numbered before they are written, so that a lower number may come after a higher one. */
const OVERLAP = 10;

/** What an answer and its callback both have is an id, if it is long and has digits. */
const idsIn = (text) => (text.match(/[A-Za-z0-9_-]{16,}/g) ?? []).filter((word) => /\d/.test(word));

/** What is told of news to who cannot see them. */
function heard(news) {
  const {market, exchange, delivery} = news.at(-1);
  const last = exchange
    ? `${market} ${exchange.operation ?? 'request'} answered ${exchange.status || 'with nothing'}`
    : `callback of ${market} ${delivery.outcome.toLowerCase()}`;
  return news.length === 1 ? last : `${news.length} new, the last: ${last}`;
}

/** The sandbox has been started again, so that its numbers begin anew. */
export class Restarted extends Error {}

export class Conversation {
  constructor(redeliver) {
    this.redeliver = redeliver;
    this.list = by('entries-list');
    by('filter-market').addEventListener('change', () => this.filter());
    by('filter-refused').addEventListener('change', () => this.filter());
  }

  /** Begins with nothing, for a tenant. */
  begin(root, markets) {
    this.markets = markets.map((name) => ({name, journal: `${root}/${name}/journal`}));
    this.entries = [];
    this.list.replaceChildren();
    options(by('filter-market'), [['', 'all markets'], ...markets.map((market) => [market, market])]);
    this.filter();
  }

  /** Looks for what is new; tells whether there was something. */
  async look() {
    const {markets} = this;
    const news = (await Promise.all(markets.map((market) => this.newsOf(market)))).flat()
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).slice(-MOST);
    if (markets !== this.markets) {
      return false;
    }
    news.forEach((item) => this.take(item));
    if (news.length > 0) {
      by('heard').textContent = heard(news);
    }
    return news.length > 0;
  }

  async newsOf(market) {
    market.read ??= await this.beginning(market);
    const {read, name, journal} = market;
    const {exchanges, deliveries, lastId, callbacks} =
      await controls.get(`${journal}?after=${Math.max(0, read.lastId - OVERLAP)}&afterCallback=${read.callbacks}`);
    if (lastId < read.lastId || callbacks < read.callbacks) {
      throw new Restarted();
    }
    const fresh = exchanges.filter(({id}) => !read.seen.has(id));
    const seen = exchanges.map(({id}) => id).filter((id) => id > lastId - OVERLAP);
    market.read = {lastId, callbacks, seen: new Set(seen)};
    return [
      ...fresh.map((exchange) => ({market: name, at: exchange.at, exchange})),
      // What ended since it was counted is told again.
      ...deliveries.slice(0, callbacks - read.callbacks).map((delivery) => ({market: name, at: delivery.at, delivery})),
    ];
  }

  /** The last so many, where there is more already. */
  async beginning({journal}) {
    const {lastId, callbacks} = await controls.get(`${journal}?limit=0`);
    return {lastId: Math.max(0, lastId - MOST), callbacks: Math.max(0, callbacks - MOST), seen: new Set()};
  }

  take({market, exchange, delivery}) {
    if (exchange) {
      this.add({market, exchange, deliveries: [], ids: new Set(idsIn(exchange.answer))});
      return;
    }
    const words = idsIn(delivery.body);
    // The first request with the id caused it; later ones only asked about it.
    const cause = this.entries.findLast((entry) => entry.market === market && words.some((word) => entry.ids?.has(word)));
    if (cause) {
      cause.deliveries.push(delivery);
      this.draw(cause);
      this.filter();
    } else {
      this.add({market, deliveries: [delivery]});
    }
  }

  add(entry) {
    this.entries.unshift(entry);
    this.draw(entry);
    entry.node.classList.add('fresh');
    this.list.prepend(entry.node);
    if (this.entries.length > MOST) {
      this.entries.pop().node.remove();
    }
    this.filter();
  }

  draw(entry) {
    const old = entry.node;
    const open = old ? [...old.querySelectorAll('details')].map((part) => part.open) : [];
    entry.node = draw(entry, open, (delivery) => this.redeliver(entry.market, delivery));
    old?.replaceWith(entry.node);
  }

  /** Draws everything again, because what is masked has changed. */
  drawAll() {
    this.entries.forEach((entry) => this.draw(entry));
    this.filter();
  }

  filter() {
    const market = by('filter-market').value;
    const refused = by('filter-refused').checked;
    let left = 0;
    for (const entry of this.entries) {
      entry.node.hidden = (market !== '' && entry.market !== market) || (refused && !isTrouble(entry));
      left += entry.node.hidden ? 0 : 1;
    }
    const quiet = by('quiet');
    quiet.hidden = left > 0;
    quiet.textContent = this.entries.length > 0 ? 'Nothing fits the filter.' : 'Nothing yet. The newest request will be on top.';
  }
}
