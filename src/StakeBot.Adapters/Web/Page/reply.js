// Shows one reply: badge, title, lines, pictures, table, buttons. It gives commands and presses to whoever sends them.
import { element, moment } from './elements.js';
import { picture } from './picture.js';
import { table } from './table.js';
import { worded } from './times.js';

const BULLET = '• ';
const OUTCOMES = { refusal: 'Not done', failure: 'Something failed' };
let count = 0;

export function badgeClass(badge) {
  return `badge ${badge.toLowerCase().replaceAll(' ', '-')}`;
}

export function reply(message, give) {
  const title = `reply-${++count}`;
  return element('article', { class: `reply ${message.kind}`, id: `message-${message.id}`, 'aria-labelledby': title },
    element('header', { class: 'reply-head' },
      element('span', { class: badgeClass(message.badge) }, `[${message.badge}]`),
      element('h2', { id: title }, ...worded(message.title)),
      element('span', { class: 'when' }, message.edited ? 'Changed ' : null, moment(message.at))),
    message.kind in OUTCOMES ? element('p', { class: 'outcome' }, OUTCOMES[message.kind]) : null,
    message.lines.length ? lines(message) : null,
    ...message.pictures.map(picture),
    ...message.documents.map(download),
    message.table ? table(message.table, message.showTable) : null,
    message.buttons.length ? buttons(message, give) : null);
}

const size = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

function download({ url, name, bytes }) {
  return element('p', { class: 'document' },
    element('a', { href: url, download: name }, `Download ${name}`),
    element('small', {}, bytes < 1024 ? ` ${bytes} bytes` : ` ${size.format(bytes / 1024)} KB`));
}

function lines({ kind, lines: texts }) {
  const all = element('div', { class: 'lines' });
  let list = null;
  texts.forEach((text, index) => {
    if (text.startsWith(BULLET)) {
      if (!list) all.append(list = element('ul'));
      list.append(element('li', {}, ...worded(text.slice(BULLET.length))));
      return;
    }
    list = null;
    // The last line of a refusal or failure says what did not happen.
    const last = kind !== 'answer' && texts.length > 1 && index === texts.length - 1;
    all.append(element('p', last ? { class: 'unchanged' } : {}, ...worded(text)));
  });
  return all;
}

// A signed button has data that only the bot can read; what it stands for can be typed.
function buttons({ id, buttons: all }, give) {
  return element('div', { class: 'actions' }, ...all.map(({ label, command, typed }) => {
    const button = element('button', { class: 'button', type: 'button', title: typed ? `Or type ${typed}` : command }, label);
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      if (typed) give.press(id, command);
      else give.text(command);
    });
    return button;
  }));
}
