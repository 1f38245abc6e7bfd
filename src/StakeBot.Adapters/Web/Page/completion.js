// The list above the message box: arrow keys move, Tab or Enter takes, Escape closes.
import { byId, element } from './elements.js';
import { values } from './send.js';
import { suggest, withValues } from './suggest.js';

const popup = byId('suggestions'), list = byId('suggestion-list'), usage = byId('usage'), count = byId('count'), box = byId('box');
let commands = [], items = [], active = -1, asked = 0;

export function learn(all) {
  commands = all;
  if (document.activeElement === box) refresh();
}

export const isOpen = () => !popup.hidden;
export const hasActive = () => active >= 0;

export function refresh() {
  const atEnd = box.selectionStart === box.value.length;
  const found = atEnd && box.value.startsWith('/') ? suggest(box.value, commands) : { items: [], usage: null, ask: null };
  show(found);
  if (found.ask) ask(found, ++asked);
}

// An answer counts only while nothing else was typed, and leaves alone what the person has moved to meanwhile.
async function ask(found, mine) {
  const offered = await values(found.ask.command, found.ask.option.name, found.ask.typed);
  if (mine !== asked || !isOpen() || !offered.length) return;
  const moved = active;
  show(withValues(found, offered));
  if (moved >= 0) select(moved);
}

function show(found) {
  asked++;
  items = found.items;
  if (!items.length && !found.usage) return close();
  list.replaceChildren(...items.map(row));
  usage.hidden = !found.usage;
  usage.replaceChildren(...(found.usage ? [element('code', {}, found.usage.example), ` ${found.usage.text}`] : []));
  popup.hidden = false;
  box.setAttribute('aria-expanded', String(items.length > 0));
  count.textContent = items.length === 1 ? '1 suggestion' : `${items.length} suggestions`;
  select(found.eager ? 0 : -1);
}

export function close() {
  asked++;
  popup.hidden = true;
  list.replaceChildren();
  items = [];
  count.textContent = '';
  box.setAttribute('aria-expanded', 'false');
  select(-1);
}

export function move(step) {
  if (!items.length) return;
  select(active < 0 ? (step > 0 ? 0 : items.length - 1) : (active + step + items.length) % items.length);
}

export function take(index = Math.max(active, 0)) {
  if (!items[index]) return false;
  box.value = items[index].text;
  box.setSelectionRange(box.value.length, box.value.length);
  refresh();
  return true;
}

function row({ label, detail }, index) {
  const option = element('li', { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
    element('b', {}, label), element('span', {}, detail));
  option.addEventListener('mousedown', event => event.preventDefault()); // the box keeps the focus
  option.addEventListener('click', () => { take(index); box.focus(); });
  return option;
}

function select(index) {
  active = index;
  for (const [position, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(position === index));
  if (index < 0) {
    box.removeAttribute('aria-activedescendant');
    list.scrollTop = 0;
    return;
  }
  box.setAttribute('aria-activedescendant', `suggestion-${index}`);
  list.children[index].scrollIntoView({ block: 'nearest' });
}
