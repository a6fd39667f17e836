/** How a market shall misbehave. */

import {by, make, options} from './dom.js';
import * as controls from './controls.js';

const MOMENTS = {INSTEAD: 'In place of processing', AFTER: 'After processing, on the answer', CALLBACK: 'On the callback'};

/** Where most people begin. */
const USUAL = ['stkPush', 'c2bPayment'];

export class FaultsView {
  constructor(report) {
    this.report = report;
    by('fault-form').addEventListener('submit', (event) => {
      event.preventDefault();
      const always = new FormData(by('fault-form')).get('lasting') === 'always';
      this.set({operation: by('fault-operation').value, fault: by('fault').value, always});
    });
    by('fault').addEventListener('change', () => this.say());
    by('fault-clear').addEventListener('click', () => this.set({}));
  }

  begin(root, market) {
    this.path = `${root}/${market}/faults`;
    this.drawn = undefined;
  }

  async look() {
    const {path} = this;
    const state = await controls.get(path);
    const text = JSON.stringify([path, state]);
    if (path === this.path && text !== this.drawn) {
      this.drawn = text;
      this.draw(state);
    }
  }

  async set(argument) {
    try {
      await controls.post(this.path, argument);
      await this.look();
    } catch (problem) {
      this.report(problem);
    }
  }

  /** What the chosen fault does. */
  say() {
    by('fault-says').textContent = this.says?.[by('fault').value] ?? '';
  }

  draw({operations, faults, next, always}) {
    options(by('fault-operation'), operations.map((operation) => [operation, operation]), USUAL.find((usual) => operations.includes(usual)));
    const chosen = by('fault').value;
    by('fault').replaceChildren(...Object.entries(MOMENTS).map(([moment, label]) => make('optgroup', {label},
      ...faults.filter((fault) => fault.moment === moment).map(({fault}) => make('option', {value: fault}, fault)))));
    by('fault').value = chosen || 'HTML_503';
    this.says = Object.fromEntries(faults.map(({fault, says}) => [fault, says]));
    this.say();
    by('fault-list').replaceChildren(...faults.flatMap(({fault, says}) => [make('dt', {}, fault), make('dd', {}, says)]));
    const lines = [
      ...Object.entries(next).flatMap(([operation, queue]) =>
        queue.map((together, at) => `${operation}: ${together.join(', ')}, ${at === 0 ? 'next request' : `${at} requests later`}`)),
      ...Object.entries(always).map(([operation, together]) => `${operation}: ${together.join(', ')}, every request`),
    ];
    by('faults-set').replaceChildren(lines.length === 0
      ? make('p', {class: 'idle'}, 'No faults are set.') : make('ul', {class: 'reasons'}, ...lines.map((line) => make('li', {}, line))));
  }
}
