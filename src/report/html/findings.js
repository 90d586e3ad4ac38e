// The list of findings with its filters; each finding shows its places side by side, and takes a decision.
import { byId, element, plural, Pieces } from './elements.js';

const LEVELS = ['error', 'warning', 'suggestion'];
const CONTEXT = 220;  // code points around the words in question
const MOST_PLACES = 4;  // shown of one side

export class FindingList {
  constructor(data, decisions, openDocument) {
    this.data = data;
    this.decisions = decisions;
    this.openDocument = openDocument;
    this.filters = { levels: new Set(LEVELS), family: '', document: '', decision: '', text: '' };
    this.groupBy = 'document';
    this.current = -1;
    this.pieces = new Pieces(byId('list'), 50);
    this.passages = new Map();
    for (const set of data.sets) for (const entry of set.checked) this.passages.set(set.id + '/' + entry.document, entry.passages);
    this.makeFilters();
    this.show();
  }

  makeFilters() {
    this.boxes = LEVELS.map((level) => {
      const box = element('input', { type: 'checkbox', checked: true, onchange: () => { this.filters.levels[box.checked ? 'add' : 'delete'](level); this.show(); } });
      byId('filter-levels').append(element('label', { class: level }, box, ` ${level} (${this.data.summary[level]})`));
      return box;
    });
    const sorted = (values) => [...new Set(values)].sort();
    this.choices = {};
    const choice = (key, values) => {
      const select = this.choices[key] = byId('filter-' + key);
      if (values) select.append(element('option', { value: '' }, 'all'), ...values.map((value) => element('option', { value }, value)));
      select.addEventListener('change', () => { this.filters[key] = select.value; this.show(); });
    };
    choice('family', sorted(this.data.findings.map((finding) => finding.family)));
    choice('document', sorted(this.data.findings.flatMap((finding) => finding.homes)));
    choice('decision');
    byId('filter-text').addEventListener('input', (event) => { this.filters.text = event.target.value.toLowerCase().trim(); this.show(); });
    byId('group-by').addEventListener('change', (event) => { this.groupBy = event.target.value; this.show(); });
    byId('filters').addEventListener('submit', (event) => event.preventDefault());
    byId('reset').addEventListener('click', () => this.filterBy({}));
  }

  // Sets the filters to exactly these, the others to none.
  filterBy(wanted) {
    for (const key of ['family', 'document', 'decision']) this.choices[key].value = this.filters[key] = wanted[key] ?? '';
    this.filters.levels = new Set(LEVELS);
    for (const box of this.boxes) box.checked = true;
    byId('filter-text').value = this.filters.text = wanted.text ?? '';
    this.show();
  }

  passes(finding) {
    const { levels, family, document: home, decision, text } = this.filters;
    if (!levels.has(finding.level) || (family && finding.family !== family) || (home && !finding.homes.includes(home))) return false;
    if (decision && this.decisions.of(finding).decision !== decision) return false;
    if (!text) return true;
    finding.searched ??= [finding.message, finding.rule, finding.why, finding.fingerprint, ...finding.homes, ...finding.evidence.map((place) => place.sentence)].join(' ').toLowerCase();
    return finding.searched.includes(text);
  }

  groupOf(finding) {
    return this.groupBy === 'family' ? finding.family : this.groupBy === 'rule' ? finding.rule : finding.home;
  }

  show() {
    this.shown = this.data.findings.filter((finding) => this.passes(finding));
    if (this.groupBy !== 'document') this.shown.sort((a, b) => (this.groupOf(a) < this.groupOf(b) ? -1 : this.groupOf(a) > this.groupOf(b) ? 1 : 0));
    this.current = -1;
    this.count();
    const sizes = new Map();
    for (const finding of this.shown) sizes.set(this.groupOf(finding), (sizes.get(this.groupOf(finding)) ?? 0) + 1);
    let name = null;
    let group = null;
    this.pieces.show(this.shown, (finding) => {
      const started = this.groupOf(finding) !== name;
      if (started) {
        name = this.groupOf(finding);
        group = element('section', { class: 'group' }, element('h2', {}, name, element('span', { class: 'number' }, plural(sizes.get(name), 'finding'))));
      }
      group.append(this.card(finding));
      return started ? group : null;
    });
  }

  count() {
    const decided = this.decisions.count();
    byId('count').textContent = `${plural(this.shown.length, 'finding')} of ${this.data.findings.length.toLocaleString('en')}` + (decided ? `, ${decided.toLocaleString('en')} decided` : '');
  }

  // The words in question within what stands around them in their passage.
  place(finding, place) {
    const passage = this.passages.get(finding.set + '/' + place.document)?.[place.passage - 1]?.[0];
    const points = [...(passage ?? place.sentence)];
    const start = passage ? place.passage_start : place.sentence_start;
    const end = start + [...place.text].length;
    let from = Math.max(0, start - CONTEXT);
    let to = Math.min(points.length, end + CONTEXT);
    while (from > 0 && from < start && !/\s/.test(points[from - 1])) ++from;
    while (to < points.length && to > end && !/\s/.test(points[to])) --to;
    const where = place.location || `line ${place.line}`;
    return element('blockquote', { class: 'place' },
      element('p', {}, (from > 0 ? '… ' : '') + points.slice(from, start).join(''), element('mark', { class: place.side === 1 ? '' : 'other' }, points.slice(start, end).join('')), points.slice(end, to).join('') + (to < points.length ? ' …' : '')),
      element('footer', {}, element('button', { type: 'button', class: 'jump', onclick: () => this.openDocument(finding, place) }, `${place.document}, ${where}`), place.side === finding.authority && place.approved ? ' approved text' : ''));
  }

  side(finding, number) {
    const places = finding.evidence.filter((place) => place.side === number);
    const left = finding.evidence.length < finding.places ? finding.places - finding.evidence.length : 0;
    const more = Math.max(0, places.length - MOST_PLACES) + (number === Math.max(...finding.evidence.map((place) => place.side)) ? left : 0);
    return element('div', { class: 'side' }, places.slice(0, MOST_PLACES).map((place) => this.place(finding, place)), more ? element('p', { class: 'rule' }, `and ${plural(more, 'more place')}`) : null);
  }

  // "alike: people, time; open: condition" in the grounds, as two lists.
  gates(why) {
    const found = /alike: ([^;.)]+)(?:; open: ([^.)]+))?|open: ([^.)]+)/.exec(why);
    if (!found) return null;
    const list = (name, text, kind) => (text ? element('li', { class: kind }, element('b', {}, name), ' ' + text.trim()) : null);
    return element('ul', { class: 'gates', 'aria-label': 'Gates' }, list('passed:', found[1], 'passed'), list('open:', found[2] ?? found[3], 'open'));
  }

  card(finding) {
    const decision = this.decisions.of(finding);
    const sides = [...new Set(finding.evidence.map((place) => place.side))];
    const card = element('article', { class: `finding ${finding.level}${decision.decision === 'open' ? '' : ' decided ' + decision.decision}`, id: 'f-' + finding.fingerprint, tabindex: '-1', 'aria-labelledby': 'h-' + finding.fingerprint },
      element('h3', { id: 'h-' + finding.fingerprint }, element('span', { class: 'level' }, finding.level), ' ' + finding.message),
      element('div', { class: 'sides' }, sides.map((side) => this.side(finding, side))),
      element('p', { class: 'why' }, element('b', {}, 'Why: '), finding.why),
      this.gates(finding.why),
      finding.fixes.length ? element('p', { class: 'fix' }, element('b', {}, 'Fix: '), finding.fixes[0].replacement || 'delete it') : null,
      element('p', { class: 'rule' }, `${finding.rule}, ${Math.round(finding.confidence * 100)} % sure, ${finding.fingerprint}`));
    card.append(this.triage(finding, card));
    return card;
  }

  triage(finding, card) {
    const decision = this.decisions.of(finding);
    const reason = element('input', { class: 'reason', 'aria-label': 'Reason or comment', placeholder: 'reason or comment', value: decision.reason ?? '' });
    const decide = (made) => {
      this.decisions.set(finding, made, reason.value.trim());
      const fresh = this.card(finding);
      card.replaceWith(fresh);
      this.count();
      if (made === 'dismissed' && !reason.value.trim()) fresh.querySelector('.reason').focus();
      else fresh.focus({ preventScroll: true });
    };
    const button = (made, label) => element('button', { type: 'button', class: made, 'aria-pressed': String(decision.decision === made), onclick: () => decide(decision.decision === made ? 'open' : made) }, label);
    reason.addEventListener('change', () => { this.decisions.set(finding, this.decisions.of(finding).decision, reason.value.trim()); this.count(); });
    reason.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      reason.blur();
      card.focus({ preventScroll: true });
    });
    const by = decision.decision === 'open' ? '' : [decision.who, decision.when].filter(Boolean).join(', ');
    return element('div', { class: 'triage' }, button('accepted', 'Accept'), button('dismissed', 'Dismiss'), reason, by ? element('span', { class: 'rule' }, by) : null);
  }

  // The card of a finding in the list, made if need be.
  reveal(finding) {
    let at = this.shown.indexOf(finding);
    if (at < 0) {
      this.filterBy({});
      at = this.shown.indexOf(finding);
    }
    this.current = at;
    this.pieces.upTo(at + 1);
    const card = byId('f-' + finding.fingerprint);
    card?.scrollIntoView({ block: 'center' });
    card?.focus({ preventScroll: true });
  }

  move(step) {
    const focused = document.activeElement?.closest?.('.finding');
    const at = focused ? this.shown.findIndex((finding) => 'f-' + finding.fingerprint === focused.id) : this.current;
    const next = this.shown[Math.min(Math.max(at + step, 0), this.shown.length - 1)];
    if (next) this.reveal(next);
  }

  selected() {
    const focused = document.activeElement?.closest?.('.finding');
    return this.shown.find((finding) => 'f-' + finding.fingerprint === focused?.id) ?? this.shown[this.current];
  }

  press(kind) {
    const finding = this.selected();
    if (finding) byId('f-' + finding.fingerprint)?.querySelector(kind)?.click();
  }

  comment() {
    const finding = this.selected();
    if (finding) byId('f-' + finding.fingerprint)?.querySelector('.reason').focus();
  }
}
