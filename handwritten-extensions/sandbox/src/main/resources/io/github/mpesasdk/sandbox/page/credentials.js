/** The credentials of a tenant at a market, to copy. */

import {by, copy, make} from './dom.js';
import * as controls from './controls.js';
import * as mask from './mask.js';

const HIDDEN = '••••••••';

/** Fields in fields get names with a dot between. */
const flat = (object, before = '') => Object.entries(object).flatMap(([name, value]) =>
  typeof value === 'object' ? flat(value, `${before}${name}.`) : [[before + name, String(value)]]);

async function copied(name, text) {
  try {
    await copy(text);
    by('copied').textContent = `${name} is copied`;
  } catch (problem) {
    by('copied').textContent = `${name} is not copied: ${problem.message}`;
  }
}

function value(name, text) {
  const hidden = mask.isSecret(name) && !mask.isShown();
  const code = make('code', {tabindex: '0'}, hidden ? HIDDEN : text);
  const show = make('button', {
    type: 'button', class: 'small', 'aria-label': `Show ${name}`, onclick: () => {
      const visible = code.textContent === text;
      code.textContent = visible ? HIDDEN : text;
      show.textContent = visible ? 'Show' : 'Hide';
      show.setAttribute('aria-label', `${show.textContent} ${name}`);
    },
  }, 'Show');
  return make('dd', {}, code, hidden ? show : '',
    make('button', {type: 'button', class: 'small', 'aria-label': `Copy ${name}`, onclick: () => copied(name, text)}, 'Copy'));
}

export class CredentialsView {
  constructor(report) {
    this.report = report;
    by('env-form').addEventListener('change', () => this.lookAtEnvironment());
    by('env-copy').addEventListener('click', () => copied('The environment', this.environment));
  }

  begin(root, market, description) {
    this.root = root;
    this.pairs = [
      ...Object.entries(description).filter(([name, text]) => typeof text === 'string' && name !== 'tenant' && !(name in description[market])),
      ...flat(description[market]),
    ];
    this.environment = '';
    this.draw();
    this.lookAtEnvironment();
  }

  async lookAtEnvironment() {
    try {
      this.environment = await controls.text(`${this.root}/env?form=${by('env-form').value}`);
      this.drawEnvironment();
    } catch (problem) {
      this.report(problem);
    }
  }

  draw() {
    by('credentials-list').replaceChildren(...this.pairs.flatMap(([name, text]) => [make('dt', {}, name), value(name, text)]));
    this.drawEnvironment();
  }

  /** The names of variables say what they are, and their values are all hidden. */
  drawEnvironment() {
    const hidden = this.environment
      .replace(/(=)(['"]).*?\2$/gms, `$1$2${HIDDEN}$2`)
      .replace(/("[A-Z_]+":)"(?:[^"\\]|\\.)*"/g, `$1"${HIDDEN}"`);
    by('env').textContent = mask.isShown() ? this.environment : hidden;
  }
}
