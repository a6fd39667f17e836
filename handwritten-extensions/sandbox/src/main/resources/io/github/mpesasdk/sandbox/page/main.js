/** Puts the page together, and looks again every second while somebody sees it. */

import {by, options} from './dom.js';
import * as controls from './controls.js';
import * as mask from './mask.js';
import {Conversation, Restarted} from './conversation.js';
import {CredentialsView} from './credentials.js';
import {ExamplesView} from './examples.js';
import {FaultsView} from './faults.js';
import {Handset} from './handset.js';
import {LedgerView} from './ledger.js';

const EVERY = 1000;
const SELDOM = 5;

/** How long a problem stands, so that it can be read. */
const PROBLEM_STANDS = 10_000;

let running = false;
let looking = false;
let again = false;
let looks = 0;
let timer;
let root;
let description;
let problemUntil = 0;

/** Shows the page, or asks for the token. */
function open(yes) {
  by('token-form').hidden = yes;
  for (const part of ['choices', 'sections', 'main']) {
    by(part).hidden = !yes;
  }
}

function report(problem) {
  if (problem instanceof controls.TokenWanted) {
    running = false;
    open(false);
    by('token-wrong').hidden = !controls.hasToken();
    by('state').textContent = 'Closed';
    by('token').focus();
    return;
  }
  by('problem').textContent = problem.message;
  by('problem').hidden = false;
  problemUntil = Date.now() + PROBLEM_STANDS;
}

const handset = new Handset(report);
const conversation = new Conversation((market, delivery) =>
  guarded(() => controls.post(`${root}/${market}/redeliver`, {delivery: delivery.id}))());
const ledger = new LedgerView();
const faults = new FaultsView(report);
const credentials = new CredentialsView(report);
const examples = new ExamplesView(() => look());

/** What depends on the market. */
function showMarket() {
  const market = by('market').value;
  ledger.begin(root, market);
  faults.begin(root, market);
  credentials.begin(root, market, description);
  examples.begin(market, description);
  looks = 0;
}

/** What depends on the tenant. */
async function showTenant() {
  root = controls.rootOf(by('tenant').value);
  description = await controls.get(root);
  const {markets} = await controls.get('/_sandbox/health');
  options(by('market'), markets.map((market) => [market, market]));
  handset.begin(root, markets);
  conversation.begin(root, markets);
  showMarket();
}

async function tenants(chosen) {
  const {tenants: names} = await controls.get('/_sandbox/tenants');
  options(by('tenant'), names.map((name) => [name, name]));
  if (chosen) {
    by('tenant').value = chosen;
  }
}

/** Everything that may have changed. The books also change without a request, but seldom; so do the tenants. */
async function lookAtAll() {
  const seldom = looks++ % SELDOM === 0;
  if (seldom) {
    const shown = by('tenant').value;
    await tenants();
    if (by('tenant').value !== shown) {
      await showTenant();
    }
  }
  const [news] = await Promise.all([conversation.look(), handset.look()]);
  if (news || seldom) {
    await Promise.all([ledger.look(), faults.look()]);
  }
}

async function look() {
  clearTimeout(timer);
  if (looking) {
    again = true;
    return;
  }
  if (!running || document.hidden) {
    return;
  }
  looking = true;
  try {
    await lookAtAll();
    by('state').textContent = 'Live';
    by('problem').hidden ||= Date.now() > problemUntil;
  } catch (problem) {
    if (problem instanceof Restarted) {
      await start();
    } else if (problem instanceof controls.TokenWanted) {
      report(problem);
    } else {
      by('state').textContent = problem instanceof TypeError ? 'The sandbox does not answer' : problem.message;
    }
  }
  looking = false;
  timer = setTimeout(look, again ? 0 : EVERY);
  again = false;
}

function guarded(action) {
  return async () => {
    try {
      await action();
    } catch (problem) {
      report(problem);
    }
    look();
  };
}

const start = guarded(async () => {
  await tenants();
  await showTenant();
  open(true);
  running = true;
});

by('market').addEventListener('change', () => {
  showMarket();
  look();
});
by('tenant').addEventListener('change', guarded(showTenant));
by('new-tenant').addEventListener('click', guarded(async () => {
  const {tenant} = await controls.post('/_sandbox/tenants');
  await tenants(tenant);
  await showTenant();
}));
by('reset').addEventListener('click', guarded(async () => {
  await controls.post(`${root}/reset`);
  await showTenant();
}));
by('show').addEventListener('change', () => {
  mask.showAll(by('show').checked);
  conversation.drawAll();
  ledger.draw();
  credentials.draw();
  look();
});
by('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  controls.keepToken(by('token').value);
  by('token').value = '';
  start();
});
document.addEventListener('visibilitychange', look);
// Some browsers remember what was ticked before a reload; the secrets stay hidden all the same.
by('show').checked = false;
start();
