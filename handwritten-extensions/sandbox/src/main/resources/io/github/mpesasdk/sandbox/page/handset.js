/** The customer's phone: shows the prompt that has waited longest, in whatever market, and answers it. */

import {by} from './dom.js';
import * as controls from './controls.js';
import * as mask from './mask.js';

const CURRENCIES = {kenya: 'KES', mozambique: 'MZN'};
const WORDS = {
  approves: 'Approved',
  entersWrongPin: 'A wrong PIN was entered',
  hasTooLittleMoney: 'There was too little money',
  cancels: 'Cancelled',
  ignores: 'Timed out',
};

export class Handset {
  constructor(report) {
    this.report = report;
    by('asks').addEventListener('change', () => this.behave('asks'));
    by('approves').addEventListener('change', () => this.behave('approves'));
    by('prompt').addEventListener('submit', (event) => {
      event.preventDefault();
      this.touch('approves');
    });
    for (const key of document.querySelectorAll('[data-behaviour]')) {
      key.addEventListener('click', () => this.touch(key.dataset.behaviour));
    }
  }

  begin(root, markets) {
    this.root = root;
    this.markets = markets;
    by('touched').textContent = '';
    this.show([]);
  }

  /** Looks for prompts. */
  async look() {
    const {root} = this;
    const all = await Promise.all(this.markets.map(async (market) =>
      ({market, ...await controls.get(`${root}/${market}/prompts`)})));
    if (root !== this.root || this.busy) {
      return;
    }
    const every = (behaviour) => all.every((market) => market.behaviour === behaviour);
    by('asks').checked = every('asks');
    by('approves').checked = every('approves');
    by('idle').textContent = every('asks') ? 'No prompt'
      : every('approves') ? 'No prompt. Prompts are approved at once.'
        : `No prompt. A control has told the phones: ${all.map(({market, behaviour}) => `${market} ${behaviour}`).join(', ')}.`;
    this.show(all.flatMap(({market, prompts}) => prompts.map((prompt) => ({market, ...prompt})))
      .sort((one, other) => one.secondsLeft - other.secondsLeft));
  }

  show(prompts) {
    const [prompt] = prompts;
    const isNew = prompt && !(this.prompt?.id === prompt.id && this.prompt.market === prompt.market);
    const held = by('phone').contains(document.activeElement);
    const answeredByKeys = by('prompt').contains(document.activeElement);
    this.prompt = prompt;
    by('prompt').hidden = !prompt;
    by('idle').hidden = Boolean(prompt);
    if (!prompt) {
      if (answeredByKeys) {
        by(by('asks').checked ? 'asks' : 'approves').focus();
      }
      by('announce').textContent = '';
      return;
    }
    const amount = [CURRENCIES[prompt.market], prompt.amount].filter(Boolean).join(' ');
    const say = (part, text) => { by(`prompt-${part}`).textContent = text; };
    say('market', prompt.market);
    say('phone', mask.numbers(prompt.msisdn));
    say('payee', mask.numbers(prompt.payee));
    say('amount', amount);
    say('reference', prompt.reference ? mask.numbers(prompt.reference) : '(none)');
    say('left', prompt.secondsLeft);
    say('more', prompts.length > 1 ? `, ${prompts.length - 1} more after it` : '');
    if (isNew) {
      by('pin').value = '';
      by('touched').textContent = '';
      by('announce').textContent = `Payment prompt: ${amount} to ${mask.numbers(prompt.payee)}. Enter a PIN to approve.`;
      // Whoever is writing elsewhere is left alone.
      if (held || document.activeElement === document.body) {
        by('pin').focus({preventScroll: true});
      }
    }
  }

  async touch(behaviour) {
    const {prompt, root} = this;
    if (!prompt) {
      return;
    }
    try {
      await controls.post(`${root}/${prompt.market}/prompt`, {id: prompt.id, behaviour});
      await this.look();
      by('touched').textContent = `${WORDS[behaviour]}: ${prompt.amount} to ${mask.numbers(prompt.payee)}`;
    } catch (problem) {
      this.report(problem);
    }
  }

  async behave(behaviour) {
    this.busy = true;
    try {
      await Promise.all(this.markets.map((market) => controls.post(`${this.root}/${market}/phone`, {behaviour})));
    } catch (problem) {
      this.report(problem);
    } finally {
      this.busy = false;
    }
  }
}
