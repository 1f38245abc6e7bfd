// The log: what was said and answered, and whether an answer is on its way.
import { byId, element, moment } from './elements.js';
import { edited } from './edits.js';
import { badgeClass, reply } from './reply.js';
import { clear } from './toast.js';

const MEANINGS = {
  'PAPER': 'Simulated account',
  'DRY RUN': 'Real data, nothing is sent',
  'LIVE': 'Confirmed changes are sent',
};
const GIVE_UP_AFTER = 20_000; // without a sign of work

const talk = byId('talk'), log = byId('log'), working = byId('working'), stop = byId('stop'), latest = byId('latest');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let awaited = 0, timer = 0, live = false;

export function said({ id, text, at }) {
  byId(`unsent-${id}`)?.remove();
  clear();
  const kind = text.startsWith('/') ? { class: 'command' } : {};
  log.append(element('article', { class: 'mine' },
    element('p', kind, element('span', { class: 'unseen' }, 'You said: '), text), moment(at)));
  awaited++;
  busy(true);
  if (live) show(working);
}

export function answered(message, give) {
  const follow = nearEnd();
  const shown = reply(message, give);
  log.append(shown);
  mode(message.badge);
  awaited = Math.max(0, awaited - 1);
  busy(awaited > 0);
  if (!live) return;
  if (follow) show(shown);
  else latest.hidden = false;
  if (document.hidden) document.title = '● StakeBot';
}

export function changed(message, give) {
  edited(message, give, nearEnd(), live);
  mode(message.badge);
  if (live && document.hidden) document.title = '● StakeBot';
}

// A press was answered; what was typed may still be worked on.
export function settled() {
  busy(awaited > 0);
}

// What could not be sent stays in sight, with a way to try again.
export function unsent(id, text, reason, again) {
  const retry = element('button', { class: 'button', type: 'button' }, 'Try again');
  const note = element('article', { class: 'mine failed', id: `unsent-${id}` },
    element('p', {}, text.length > 400 ? `${text.slice(0, 400)}…` : text),
    element('div', { class: 'unsent' }, element('span', {}, reason), again ? retry : null));
  retry.addEventListener('click', () => { note.remove(); again(); });
  log.append(note);
  show(note);
}

export function typing() {
  const follow = nearEnd() && working.hidden;
  busy(true);
  if (live && follow) show(working);
}

export function reset() {
  log.replaceChildren();
  log.setAttribute('aria-busy', 'true');
  awaited = 0;
  live = false;
  busy(false);
}

export function ready() {
  log.setAttribute('aria-busy', 'false');
  if (live) return;
  live = true;
  talk.scrollTop = talk.scrollHeight;
}

export function commandsSaid() {
  return [...log.querySelectorAll('.mine:not(.failed) p')].map(said => said.lastChild.textContent);
}

// A page up or down, for whoever has the focus in the message box.
export function turn(pages) {
  talk.scrollBy({ top: pages * talk.clientHeight * 0.9, behavior: calm.matches ? 'auto' : 'smooth' });
}

function busy(now) {
  working.hidden = stop.hidden = !now;
  clearTimeout(timer);
  if (now) timer = setTimeout(() => { awaited = 0; busy(false); }, GIVE_UP_AFTER);
}

function mode(badge) {
  byId('mode').hidden = false;
  byId('mode-badge').className = badgeClass(badge);
  byId('mode-badge').textContent = badge;
  byId('mode-meaning').textContent = MEANINGS[badge] ?? '';
}

function nearEnd() {
  return talk.scrollTop + talk.clientHeight >= talk.scrollHeight - 160;
}

// At once: while a page glides, the next message could not tell whether the person is at the end or reading further up.
function show(message) {
  const tall = message.offsetHeight > talk.clientHeight - 40;
  message.scrollIntoView({ block: tall ? 'start' : 'end' });
  latest.hidden = true;
}

latest.addEventListener('click', () => show(log.lastElementChild));
talk.addEventListener('scroll', () => { if (nearEnd()) latest.hidden = true; }, { passive: true });
document.addEventListener('visibilitychange', () => { if (!document.hidden) document.title = 'StakeBot'; });
