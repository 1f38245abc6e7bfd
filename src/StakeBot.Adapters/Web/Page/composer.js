// The message box: sends, completes, and walks back through what was said.
import { byId } from './elements.js';
import * as completion from './completion.js';
import { commandsSaid, turn } from './conversation.js';
import { give, stop } from './send.js';

const box = byId('box');
let walk = null; // how many messages back; null while the person types himself

const KEYS = {
  ArrowDown: () => (completion.isOpen() ? (completion.move(1), true) : recall(-1)),
  ArrowUp: () => (completion.isOpen() ? (completion.move(-1), true) : recall(1)),
  Tab: () => completion.isOpen() && completion.take(),
  Enter: () => completion.hasActive() && completion.take(),
  Escape: () => completion.isOpen() && (completion.close(), true),
  PageDown: () => (turn(1), true),
  PageUp: () => (turn(-1), true),
};

export function prepareComposer() {
  box.addEventListener('keydown', event => {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (KEYS[event.key]?.()) event.preventDefault();
  });
  box.addEventListener('input', () => { walk = null; completion.refresh(); });
  box.addEventListener('focus', () => { if (walk === null) completion.refresh(); });
  box.addEventListener('blur', completion.close);
  byId('composer').addEventListener('submit', event => { event.preventDefault(); send(); });
  byId('stop').addEventListener('click', () => { stop(); box.focus(); });
}

function send() {
  const text = box.value.trim();
  completion.close();
  box.focus();
  if (!text) return;
  box.value = '';
  walk = null;
  completion.close();
  give(text);
}

function recall(step) {
  if (walk === null && (step < 0 || box.value !== '')) return false;
  const said = commandsSaid();
  const next = (walk ?? 0) + step;
  if (next > said.length) return true;
  walk = next > 0 ? next : null;
  box.value = walk ? said[said.length - walk] : '';
  box.setSelectionRange(box.value.length, box.value.length);
  return true;
}
