/** The element of an id. */
export const by = (id) => document.getElementById(id);

/**
 * Makes an element. Children are elements or texts; texts are never read as HTML, because most of what this page shows
 * was written by others. What begins with "on" is a listener.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== false && child !== ''));
  return element;
}

/** Gives a select its options, as pairs of value and words; what is chosen stays so if it is still there. */
export function options(select, pairs, usual) {
  const chosen = select.value;
  select.replaceChildren(...pairs.map(([value, words]) => make('option', {value}, words)));
  if (pairs.some(([value]) => value === chosen)) {
    select.value = chosen;
  } else if (usual !== undefined) {
    select.value = usual;
  }
}

/** A table; a column is {title, number?}. */
export function table(caption, columns, rows) {
  const cell = (tag, column, content) =>
    make(tag, {class: column.number && 'number', scope: tag === 'th' && 'col'}, content);
  return make('table', {},
    make('caption', {class: 'hidden'}, caption),
    make('thead', {}, make('tr', {}, ...columns.map((column) => cell('th', column, column.title)))),
    make('tbody', {}, ...rows.map((row) =>
      make('tr', {}, ...row.map((content, at) => cell('td', columns[at], content))))));
}

/** Copies a text, also where the browser keeps its clipboard from pages without TLS. */
export async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const focused = document.activeElement;
  const area = make('textarea', {class: 'hidden', 'aria-hidden': 'true'});
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  if (!done) {
    throw new Error('the browser does not let this page copy');
  }
}
