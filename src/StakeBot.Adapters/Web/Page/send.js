// What the page asks the bot for.
import * as conversation from './conversation.js';
import { pressed, told } from './toast.js';

const LONGEST = 4000;
const HEADERS = { 'content-type': 'application/json' };

export function give(text) {
  if (text.length > LONGEST) {
    conversation.unsent('long', text, `${text.length.toLocaleString('en')} characters are too many; 4,000 is the most. Nothing was sent.`);
    return;
  }
  post({ id: crypto.randomUUID(), text });
}

// A second try carries the same id, so the bot takes the message once even if the first try did arrive.
async function post(message) {
  const again = () => post(message);
  try {
    const response = await fetch('/api/messages', { method: 'POST', headers: HEADERS, body: JSON.stringify(message) });
    if (response.ok) return;
    const { error } = await response.json();
    conversation.unsent(message.id, message.text, error, response.status >= 500 ? again : null);
  } catch {
    conversation.unsent(message.id, message.text, 'StakeBot could not be reached.', again);
  }
}

// A press is never tried again by itself: whether it counts is for the person to see.
export async function press(on, data) {
  pressed(on);
  try {
    const body = JSON.stringify({ id: crypto.randomUUID(), text: data, on });
    const response = await fetch('/api/messages', { method: 'POST', headers: HEADERS, body });
    if (!response.ok) told({ on, text: (await response.json()).error });
  } catch {
    told({ on, text: 'StakeBot could not be reached. Look at the message again before you tap once more.' });
  }
}

export async function stop() {
  try {
    await fetch('/api/stop', { method: 'POST', headers: HEADERS, body: '{}' });
  } catch {
    // The banner says that the line is broken.
  }
}

export async function values(command, option, typed) {
  try {
    const response = await fetch('/api/suggestions', { method: 'POST', headers: HEADERS, body: JSON.stringify({ command, option, typed }) });
    return response.ok ? response.json() : [];
  } catch {
    return [];
  }
}

export async function commands() {
  const response = await fetch('/api/commands');
  return response.ok ? response.json() : [];
}
