// Findings by document and family: a table whose cells are shaded by their number, readable by eye and by screen
// reader. The heads of rows and columns filter the list.
import { byId, element, plural } from './elements.js';

const MOST_ROWS = 30;

export function showChart(data, filterBy) {
  const families = [...new Set(data.findings.map((finding) => finding.family))].sort();
  const rows = new Map();
  for (const finding of data.findings) {
    const row = rows.get(finding.home) ?? rows.set(finding.home, { all: 0, error: 0, warning: 0, suggestion: 0, family: {} }).get(finding.home);
    ++row.all;
    ++row[finding.level];
    row.family[finding.family] = (row.family[finding.family] ?? 0) + 1;
  }
  if (rows.size === 0) return;
  const most = Math.max(...[...rows.values()].flatMap((row) => Object.values(row.family)));
  const largest = Math.max(...[...rows.values()].map((row) => row.all));
  const shaded = (number) => {
    const cell = element('td', { class: 'cell' }, number ? String(number) : '');
    if (number) cell.style.setProperty('--shade', `${Math.round(12 + 58 * Math.sqrt(number / most))}%`);
    return cell;
  };
  const bar = (row) => {
    const cell = element('td', { class: 'bars' });
    for (const level of ['error', 'warning', 'suggestion']) {
      if (!row[level]) continue;
      const part = element('span', { class: `bar ${level}`, title: plural(row[level], level) });
      part.style.width = `${(8 * row[level]) / largest}rem`;
      cell.append(part);
    }
    cell.append(element('span', {}, String(row.all)));
    return cell;
  };
  const button = (text, filter) => element('button', { type: 'button', class: 'jump', onclick: () => filterBy(filter) }, text);
  const sorted = [...rows].sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1));
  byId('chart').append(element('details', { open: rows.size <= 12 }, element('summary', {}, 'Findings by document and family'),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Findings by document and family' }, element('table', { class: 'heat' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'document'), families.map((family) => element('th', { scope: 'col' }, button(family, { family }))), element('th', { scope: 'col' }, 'all'))),
      element('tbody', {}, sorted.slice(0, MOST_ROWS).map(([home, row]) => element('tr', {}, element('th', { scope: 'row' }, button(home, { document: home })), families.map((family) => shaded(row.family[family])), bar(row)))))),
    sorted.length > MOST_ROWS ? element('p', { class: 'rule' }, `and ${plural(sorted.length - MOST_ROWS, 'document')} more with fewer findings`) : null));
}
