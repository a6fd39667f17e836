const form = document.getElementById('order');
const teas = document.getElementById('teas');
const problem = document.getElementById('problem');

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text ?? '';
  made.className = className ?? '';
  return made;
}

function card(tea, index) {
  const label = element('label', '', 'tea');
  const choice = document.createElement('input');
  Object.assign(choice, {type: 'radio', name: 'tea', value: tea.id, checked: index === 0});
  label.append(choice, element('strong', tea.title), element('p', tea.text), element('span', `KES ${tea.price}`, 'price'));
  return label;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  problem.textContent = '';
  const answer = await fetch('api/orders', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  if (answer?.ok) {
    location.href = `paid.html?order=${encodeURIComponent(body.id)}`;
  } else {
    problem.textContent = body?.message ?? 'The shop cannot be reached. Please try again.';
    button.disabled = false;
  }
});

teas.append(...(await (await fetch('api/teas')).json()).map(card));
