// The list of findings with its filters.
import { element, plural } from './elements.js';

const LEVELS = ['error', 'warning', 'suggestion'];
const CHUNK = 60;

export class FindingList {
  constructor(data, decisions, openDocument) {
    this.data = data;
    this.decisions = decisions;
    this.openDocument = openDocument;
    this.filters = { levels: new Set(LEVELS), family: '', document: '', decision: '', text: '' };
    this.groupBy = 'document';
    this.run = 0;
    this.makeFilters();
    this.chart();
    this.show();
  }

  makeFilters() {
    const place = document.getElementById('filter-levels');
    for (const level of LEVELS) {
      const box = element('input', { type: 'checkbox', checked: true, onchange: (event) => { this.filters.levels[event.target.checked ? 'add' : 'delete'](level); this.show(); } });
      place.append(element('label', {}, box, ' ' + level + ' '));
    }
    const choice = (id, key, values) => {
      const select = document.getElementById(id);
      if (values) select.append(element('option', { value: '' }, 'all'), ...values.map((value) => element('option', { value }, value)));
      select.addEventListener('change', () => { this.filters[key] = select.value; this.show(); });
    };
    const sorted = (values) => [...new Set(values)].sort();
    choice('filter-family', 'family', sorted(this.data.findings.map((finding) => finding.rule.split('.')[0])));
    choice('filter-document', 'document', sorted(this.data.findings.flatMap((finding) => finding.evidence.map((place) => place.document))));
    choice('filter-decision', 'decision');
    document.getElementById('filter-text').addEventListener('input', (event) => { this.filters.text = event.target.value.toLowerCase(); this.show(); });
    document.getElementById('group-by').addEventListener('change', (event) => { this.groupBy = event.target.value; this.show(); });
    document.getElementById('filters').addEventListener('submit', (event) => event.preventDefault());
  }

  passes(finding) {
    const { levels, family, document: name, decision, text } = this.filters;
    return levels.has(finding.level) && (!family || finding.rule.startsWith(family + '.')) && (!name || finding.evidence.some((place) => place.document === name)) &&
      (!decision || this.decisions.of(finding).decision === decision) &&
      (!text || (finding.message + ' ' + finding.rule + ' ' + finding.evidence.map((place) => place.sentence).join(' ')).toLowerCase().includes(text));
  }

  // Findings come in chunks, so that thousands do not hold the page up.
  show() {
    const run = ++this.run;
    const list = document.getElementById('list');
    list.replaceChildren();
    const groupOf = (finding) => (this.groupBy === 'family' ? finding.rule.split('.')[0] : `${finding.set}/${finding.evidence[0].document}`);
    this.shown = this.data.findings.filter((finding) => this.passes(finding));
    if (this.groupBy === 'family') this.shown.sort((a, b) => groupOf(a).localeCompare(groupOf(b)));
    document.getElementById('count').textContent = `${plural(this.shown.length, 'finding')} of ${this.data.findings.length}`;
    const groups = new Map();
    const addChunk = (from) => {
      if (run !== this.run) return;
      for (const finding of this.shown.slice(from, from + CHUNK)) {
        const name = groupOf(finding);
        if (!groups.has(name)) {
          groups.set(name, element('div', { class: 'group' }, element('h2', {}, name)));
          list.append(groups.get(name));
        }
        groups.get(name).append(this.card(finding));
      }
      if (from + CHUNK < this.shown.length) setTimeout(() => addChunk(from + CHUNK));
    };
    addChunk(0);
  }

  place(finding, place) {
    const points = [...place.sentence];
    const at = place.sentence_start;
    const words = [...place.text].length;
    const jump = element('button', { type: 'button', class: 'jump', onclick: () => this.openDocument(finding, place) }, place.location || `${place.document}, line ${place.line}`);
    return element('blockquote', { class: 'place' }, points.slice(0, at).join(''), element('mark', { class: place.side === 1 ? '' : 'other' }, place.text), points.slice(at + words).join(''),
      element('footer', {}, jump));
  }

  card(finding) {
    const decision = this.decisions.of(finding);
    const card = element('article', { class: `finding ${finding.level}${decision.decision === 'open' ? '' : ' decided'}`, id: 'f-' + finding.fingerprint, tabindex: '-1' },
      element('h3', {}, element('span', { class: 'level' }, finding.level), finding.message),
      element('div', { class: 'places' }, finding.evidence.slice(0, 6).map((place) => this.place(finding, place))),
      finding.places > 6 ? element('p', { class: 'rule' }, `and ${finding.places - 6} more places`) : null,
      element('p', { class: 'why' }, finding.why),
      finding.fixes.length ? element('p', { class: 'fix' }, 'Fix: ', finding.fixes[0].replacement || 'delete it') : null,
      element('p', { class: 'rule' }, `${finding.rule}, ${Math.round(finding.confidence * 100)} % sure`));
    const reason = element('input', { 'aria-label': 'Reason or comment', placeholder: 'reason or comment', value: decision.reason ?? '' });
    const decide = (made) => { this.decisions.set(finding, made, reason.value); card.replaceWith(this.card(finding)); };
    const button = (made, label) => element('button', { type: 'button', 'aria-pressed': String(decision.decision === made), onclick: () => decide(decision.decision === made ? 'open' : made) }, label);
    reason.addEventListener('change', () => this.decisions.set(finding, this.decisions.of(finding).decision, reason.value));
    card.append(element('div', { class: 'triage' }, button('accepted', 'Accept'), button('dismissed', 'Dismiss'), reason));
    return card;
  }

  // Findings by document and family, as a table: readable by eye and by screen reader.
  chart() {
    const families = [...new Set(this.data.findings.map((finding) => finding.rule.split('.')[0]))].sort();
    const counts = new Map();
    for (const finding of this.data.findings) {
      const name = `${finding.set}/${finding.evidence[0].document}`;
      const row = counts.get(name) ?? counts.set(name, {}).get(name);
      const family = finding.rule.split('.')[0];
      row[family] = (row[family] ?? 0) + 1;
    }
    if (counts.size === 0) return;
    const head = element('tr', {}, element('th', { scope: 'col' }, 'document'), families.map((family) => element('th', { scope: 'col' }, family)));
    const rows = [...counts].sort().slice(0, 40).map(([name, row]) => element('tr', {}, element('th', { scope: 'row' }, name),
      families.map((family) => element('td', { class: 'cell' }, row[family] ? String(row[family]) : ''))));
    document.getElementById('chart').append(element('div', { class: 'scroll', tabindex: '0' }, element('table', {},
      element('caption', {}, 'Findings by document and family'), element('thead', {}, head), element('tbody', {}, rows))));
  }
}
