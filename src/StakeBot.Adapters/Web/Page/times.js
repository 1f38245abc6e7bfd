// Instants inside a text: marked by the bot as Unix seconds between two private characters, shown in the reader's own zone.
import { element } from './elements.js';

const MARKED = /\uE000(-?\d{1,12})\uE001/;
const shown = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

// The text's parts: strings, and a time element for each instant.
export function worded(text) {
  return text.split(MARKED).map((part, index) => index % 2 === 0 ? part : instant(Number(part)));
}

function instant(seconds) {
  const when = new Date(seconds * 1000);
  return element('time', { datetime: when.toISOString(), title: exact.format(when) }, shown.format(when));
}
