// Makes elements out of texts. Nothing on this page reads a text as markup, so names and messages can hold anything.
export const byId = id => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

const sameDay = (one, other) => one.toDateString() === other.toDateString();
const hours = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

// A moment in the reader's own zone.
export function moment(text) {
  const when = new Date(text);
  const short = sameDay(when, new Date()) ? hours : days;
  return element('time', { datetime: text, title: exact.format(when) }, short.format(when));
}
