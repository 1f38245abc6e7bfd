// The numbers behind a reply.
import { element } from './elements.js';

export function table({ title, columns, numeric, rows }, open) {
  const kind = column => (numeric[column] ? { class: 'number' } : {});
  const head = element('tr', {}, ...columns.map((name, column) => element('th', { scope: 'col', ...kind(column) }, name)));
  const body = rows.map(row => element('tr', {}, ...row.map((text, column) =>
    column === 0 && !numeric[0] ? element('th', { scope: 'row' }, text) : element('td', kind(column), text))));
  return element('details', { class: 'data', open: open ? '' : null },
    element('summary', {}, 'Data table', element('small', {}, rows.length === 1 ? '1 row' : `${rows.length} rows`)),
    element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': title },
      element('table', {}, element('caption', {}, title), element('thead', {}, head), element('tbody', {}, ...body))));
}
