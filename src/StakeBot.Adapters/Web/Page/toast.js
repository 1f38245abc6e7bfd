// Presses of signed buttons: what waits for an answer, and the one line that tells the presser what became of his press.
import { byId } from './elements.js';

const GIVE_UP_AFTER = 20_000;
const UNSURE = 'There was no answer to this tap. Look at the message again before you tap once more.';

const toast = byId('toast'), text = byId('toast-text'), news = byId('news');
const waiting = new Map(); // by message
const unheard = [];

export function pressed(on) {
  clear();
  hold(on, true);
  clearTimeout(waiting.get(on));
  waiting.set(on, setTimeout(() => told({ on, text: UNSURE }), GIVE_UP_AFTER));
}

export function told({ on, text: line }) {
  clearTimeout(waiting.get(on));
  waiting.delete(on);
  hold(on, false);
  if (!line) return;
  text.textContent = line;
  toast.hidden = false;
  announce(line);
}

export function clear() {
  toast.hidden = true;
  text.textContent = '';
}

// For those who hear the page. What is the same as before would not be read again, hence the emptying; what comes together is read together.
export function announce(line) {
  if (!unheard.length) {
    news.textContent = '';
    setTimeout(() => { news.textContent = unheard.splice(0).join(' '); }, 50);
  }
  unheard.push(line);
}

export function prepareToast() {
  byId('toast-close').addEventListener('click', () => { clear(); byId('box').focus(); });
}

function hold(on, now) {
  const message = byId(`message-${on}`);
  message?.setAttribute('aria-busy', String(now));
  message?.querySelectorAll('.actions button').forEach(button => button.setAttribute('aria-disabled', String(now)));
}
