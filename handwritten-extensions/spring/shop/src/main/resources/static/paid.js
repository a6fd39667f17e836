const id = new URLSearchParams(location.search).get('order') ?? '';
const address = `api/orders/${encodeURIComponent(id)}`;
const refund = document.getElementById('refund');

const STATES = {
  WAITING: ['Waiting', 'Look at your phone', 'Enter your M-Pesa PIN to pay. This page follows by itself.'],
  PAID: ['Paid', 'Thank you!', 'Your tea is on its way.'],
  FAILED: ['Not paid', 'This did not work', 'You have not been charged.'],
  UNCLEAR: ['Being looked up', 'We are looking it up', 'Please do not pay again.'],
  REFUNDING: ['Refund on its way', 'Your money is on its way', 'M-Pesa will tell you when it is there.'],
  REFUNDED: ['Refunded', 'You have your money back', 'We hope to see you again.'],
};

function show(order) {
  const [badge, title, text] = STATES[order.state];
  const badgeElement = document.getElementById('badge');
  badgeElement.textContent = badge;
  badgeElement.className = `badge ${order.state}`;
  document.getElementById('title').textContent = title;
  document.getElementById('text').textContent = order.note ?? text;
  const facts = {Order: order.id, Tea: order.item, Amount: `KES ${order.amount}`, Receipt: order.receipt, Refund: order.refund};
  document.getElementById('facts').replaceChildren(...Object.entries(facts)
    .filter(([, value]) => value)
    .flatMap(([name, value]) => {
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      return [term, description];
    }));
  refund.hidden = order.state !== 'PAID';
}

async function follow() {
  const answer = await fetch(address).catch(() => null);
  if (answer?.status === 404) {
    document.getElementById('text').textContent = 'There is no such order.';
    return;
  }
  const order = answer?.ok ? await answer.json() : null;
  if (order) {
    show(order);
  }
  // While the shop restarts, the page waits for it.
  if (!order || ['WAITING', 'REFUNDING', 'UNCLEAR'].includes(order.state)) {
    setTimeout(follow, 1000);
  }
}

refund.addEventListener('click', async () => {
  refund.disabled = true;
  await fetch(`${address}/refund`, {method: 'POST'}).catch(() => null);
  refund.disabled = false;
  await follow();
});

await follow();
