// Messages that change: the new state takes the place of the old one, under the reader's eyes and hands.
import { byId } from './elements.js';
import { announce } from './toast.js';
import { reply } from './reply.js';

const talk = byId('talk'), log = byId('log');

export function edited(message, give, atEnd, live) {
  const old = byId(`message-${message.id}`);
  if (!old) return;
  const shown = reply(message, give);
  shown.setAttribute('aria-live', 'off'); // the log would read all of it again
  const keep = atEnd ? toEnd : inPlace(old, shown);
  keepTables(old, shown);
  const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceWith(shown);
  if (focused !== null) focus(shown, focused);
  keep();
  if (live) announce(`Changed: ${shown.querySelector('h2').textContent}. ${shown.querySelector('.lines :is(p, li)')?.textContent ?? ''}`);
}

function toEnd() {
  talk.scrollTop = talk.scrollHeight;
}

// What the person looks at stays where it is: the topmost message in view.
function inPlace(old, shown) {
  const top = talk.getBoundingClientRect().top;
  const looked = [...log.children].find(one => one.getBoundingClientRect().bottom > top) ?? old;
  const before = looked.getBoundingClientRect().top;
  return () => { talk.scrollTop += (looked === old ? shown : looked).getBoundingClientRect().top - before; };
}

function keepTables(old, shown) {
  const before = old.querySelectorAll('details');
  shown.querySelectorAll('details').forEach((table, index) => { if (before[index]) table.open = before[index].open; });
}

// A button that is still there keeps the focus; else the message itself has it, so that the keyboard does not start again at the top.
function focus(shown, label) {
  const same = [...shown.querySelectorAll('button')].find(button => button.textContent === label);
  if (!same) shown.tabIndex = -1;
  (same ?? shown).focus({ preventScroll: true });
}
