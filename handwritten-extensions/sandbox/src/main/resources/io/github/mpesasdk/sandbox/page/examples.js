/** Requests that are ready to be sent, and can be changed before. */

import {by, options} from './dom.js';
import {send} from './clients.js';

/** Markets whose outcome comes by callback; the page's own receiver takes it. */
const CALLED_BACK = ['kenya', 'drc'];

export class ExamplesView {
  constructor(whenSent) {
    this.whenSent = whenSent;
    this.loading = fetch('/_page/examples.json').then((answer) => answer.json());
    by('example').addEventListener('change', () => this.choose());
    by('example-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
  }

  async begin(market, description) {
    this.market = market;
    this.credentials = description[market];
    const examples = (await this.loading)[market] ?? [];
    if (market !== this.market) {
      return;
    }
    this.examples = examples;
    options(by('example'), examples.map(({title}, at) => [String(at), title]));
    by('example').value = '0';
    by('example-callback-label').hidden = !CALLED_BACK.includes(market);
    const port = location.port || (location.protocol === 'https:' ? '443' : '80');
    by('example-callback').value = `${location.protocol}//127.0.0.1:${port}/_page/callbacks/${market}`;
    by('example-result').textContent = '';
    this.choose();
  }

  choose() {
    const example = this.examples[Number(by('example').value)];
    by('example-place').textContent = `${example.operation}: ${example.method} ${example.path}`;
    by('example-body').value = JSON.stringify(example.body, null, 2);
  }

  async send() {
    const result = by('example-result');
    result.textContent = 'Sending …';
    try {
      const {status} = await send(this.market, this.examples[Number(by('example').value)], by('example-body').value,
        this.credentials, by('example-callback').value);
      result.textContent = `Answered with ${status}; the conversation has the rest.`;
    } catch (problem) {
      result.textContent = problem instanceof TypeError
        ? 'No answer: the connection ended.' : `Not sent: ${problem.message}`;
    }
    this.whenSent();
  }
}
