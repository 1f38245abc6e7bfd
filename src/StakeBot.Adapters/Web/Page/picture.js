// A picture with its alt text, and the dialog that shows it large.
import { byId, element } from './elements.js';

export function picture({ url, alt, width, height }) {
  const image = element('img', { src: url, alt, width, height });
  const enlarge = element('button', { class: 'button enlarge', type: 'button' }, 'Enlarge');
  const figure = element('figure', { class: 'picture' }, image, enlarge);
  enlarge.addEventListener('click', () => open(url, alt));
  image.addEventListener('click', () => open(url, alt));
  image.addEventListener('error', () => figure.replaceChildren(
    element('p', { class: 'lost' }, `${alt} (The picture itself is no longer kept. Ask again for a fresh one.)`)));
  return figure;
}

function open(url, alt) {
  const viewer = byId('viewer'), image = byId('viewer-picture');
  image.src = url;
  image.alt = alt;
  viewer.showModal();
}

export function prepareViewer() {
  const viewer = byId('viewer');
  byId('viewer-close').addEventListener('click', () => viewer.close());
  viewer.addEventListener('click', event => {
    if (event.target === viewer) viewer.close(); // the backdrop
  });
}
