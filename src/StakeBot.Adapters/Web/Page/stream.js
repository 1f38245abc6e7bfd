// The line to the bot: listens, and says when it is broken.
import { byId } from './elements.js';
import * as conversation from './conversation.js';
import { told } from './toast.js';

const LOST = 'The line to StakeBot is broken. Trying again…';
const GONE = 'StakeBot was restarted. Open the newest address that it printed on its console.';
const PAUSED = 'This chat is open in many tabs, so this one is resting.';
const QUIET = 1500; // a short break is not worth a word

let source = null, warning = 0;

export function listen(give) {
  const read = handle => event => handle(JSON.parse(event.data));
  source = new EventSource('/api/events');
  source.addEventListener('said', read(conversation.said));
  source.addEventListener('reply', read(message => conversation.answered(message, give)));
  source.addEventListener('edited', read(message => conversation.changed(message, give)));
  source.addEventListener('toast', read(toast => { told(toast); conversation.settled(); }));
  source.addEventListener('typing', conversation.typing);
  source.addEventListener('reset', conversation.reset);
  source.addEventListener('ready', () => { conversation.ready(); line('Connected', true); });
  source.addEventListener('paused', () => pause(give));
  source.addEventListener('error', broken);
}

function broken() {
  if (source.readyState === EventSource.CLOSED) {
    line('Signed out', false, GONE);
    return;
  }
  // Every new try that fails comes here again: only the first starts the clock.
  warning ||= setTimeout(() => line('Connecting', false, LOST), QUIET);
}

function pause(give) {
  source.close();
  const resume = byId('banner-button');
  line('Resting', false, PAUSED, 'Use this tab');
  resume.onclick = () => {
    conversation.reset();
    listen(give);
  };
}

function line(state, open, words = '', action = '') {
  clearTimeout(warning);
  warning = 0;
  byId('line').textContent = state;
  byId('line').classList.toggle('open', open);
  byId('banner-text').textContent = words;
  byId('banner').hidden = !words;
  byId('banner-button').textContent = action;
  byId('banner-button').hidden = !action;
}
