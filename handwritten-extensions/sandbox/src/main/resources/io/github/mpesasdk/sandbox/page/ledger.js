/** The books of a market: who has how much, and what moved. */

import {by, make, table} from './dom.js';
import * as controls from './controls.js';
import * as mask from './mask.js';

const MOST = 50;
const MARKS = {PENDING: '…', COMPLETED: '✓', REVERSED: '↶'};

const money = (amount) => Number(amount).toLocaleString('en', {minimumFractionDigits: 2});

export class LedgerView {
  begin(root, market) {
    this.path = `${root}/${market}/ledger`;
    this.books = {balances: [], entries: []};
    this.draw();
  }

  async look() {
    const {path} = this;
    const books = await controls.get(path);
    if (path === this.path && JSON.stringify(books) !== JSON.stringify(this.books)) {
      this.books = books;
      this.draw();
    }
  }

  draw() {
    const {balances, entries} = this.books;
    by('balances').replaceChildren(balances.length === 0
      ? make('p', {class: 'idle'}, 'Nobody has paid yet.')
      : table('Balances', [{title: 'Who'}, {title: 'Balance', number: true}], balances.map((balance) => [
        [mask.numbers(balance.party), balance.account, balance.currency].filter(Boolean).join(' · '), money(balance.balance)])));
    by('entries').replaceChildren(entries.length === 0
      ? make('p', {class: 'idle'}, 'No transactions.')
      : table('Transactions, the newest first', [{title: 'Receipt'}, {title: 'From → to'}, {title: 'Amount', number: true}],
        entries.slice(-MOST).reverse().map((entry) => [
          make('span', {class: 'receipt'}, entry.receipt, make('br'), make('small', {}, `${MARKS[entry.status] ?? '✕'} ${entry.status.toLowerCase()}`)),
          make('span', {}, `${mask.numbers(entry.debitParty)} → ${mask.numbers(entry.creditParty)}`, make('br'),
            make('small', {}, mask.numbers(entry.reference))),
          [money(entry.amount), entry.currency].filter(Boolean).join(' ')])));
  }
}
