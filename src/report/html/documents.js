// Each document as running text, its findings marked, with notes in the margin that jump to the other place.
import { byId, element, plural } from './elements.js';

const RANK = { error: 3, warning: 2, suggestion: 1 };
const MOST_JUMPS = 4;

export class DocumentView {
  constructor(data, showFinding) {
    this.data = data;
    this.showFinding = showFinding;
    this.choice = byId('document-choice');
    this.documents = data.sets.flatMap((set) => set.checked.map((entry) => ({ set: set.id, ...entry })));
    this.places = new Map();  // "set/document" -> passage -> [{ finding, place }]
    for (const finding of data.findings)
      for (const place of finding.evidence) {
        const home = finding.set + '/' + place.document;
        const passages = this.places.get(home) ?? this.places.set(home, new Map()).get(home);
        (passages.get(place.passage) ?? passages.set(place.passage, []).get(place.passage)).push({ finding, place });
      }
    const several = data.sets.length > 1;
    this.documents.forEach((entry, index) => this.choice.append(element('option', { value: index }, several ? `${entry.set}/${entry.document}` : entry.document)));
    this.choice.addEventListener('change', () => this.show());
    this.drawn = -1;
  }

  show() {
    const index = Number(this.choice.value || 0);
    if (index === this.drawn) return;
    this.drawn = index;
    const entry = this.documents[index];
    const place = byId('document-text');
    place.replaceChildren();
    if (!entry) return;
    const passages = this.places.get(entry.set + '/' + entry.document) ?? new Map();
    let count = 0;
    entry.passages.forEach(([text, kind, level], at) => {
      const marks = passages.get(at + 1) ?? [];
      count += marks.length;
      place.append(this.passage(text, kind, level, at + 1, marks));
    });
    byId('document-count').textContent = `${plural(count, 'place')} in ${plural(entry.passages.length, 'passage')}`;
  }

  // The passage cut at the ends of all places in it; what several findings are about is marked for the gravest.
  passage(text, kind, level, number, places) {
    const points = [...text];
    const spans = places.map(({ finding, place }) => ({ finding, place, start: place.passage_start, end: Math.min(points.length, place.passage_start + [...place.text].length) }));
    const cuts = [...new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
    const body = element('p', { class: `text ${kind}${level ? ' level-' + level : ''}` });
    cuts.slice(0, -1).forEach((from, at) => {
      const piece = points.slice(from, cuts[at + 1]).join('');
      const over = spans.filter(({ start, end }) => start <= from && from < end).sort((a, b) => RANK[b.finding.level] - RANK[a.finding.level]);
      if (over.length === 0) return body.append(piece);
      const { finding, place } = over[0];
      const places = over.map((each) => `p-${each.finding.fingerprint}-${each.place.start}`).join(' ');
      body.append(element('mark', { class: finding.level, 'data-places': places }, element('a', { href: `#n-${finding.fingerprint}-${place.start}`, class: 'to-note', title: finding.message }, piece)));
    });
    const notes = element('div', { class: 'notes' }, spans.sort((a, b) => a.start - b.start).map(({ finding, place }) => this.note(finding, place)));
    return element('div', { class: 'passage', id: `d-${number}` }, body, notes);
  }

  note(finding, place) {
    const others = finding.evidence.filter((other) => other !== place && (other.side !== place.side || finding.evidence.every((each) => each.side === place.side))).slice(0, MOST_JUMPS);
    const jump = (other) => element('li', {}, element('button', { type: 'button', class: 'jump other-place', onclick: () => this.open(finding, other) }, `“${other.text}” in ${other.document}, ${other.location || 'line ' + other.line}`));
    return element('div', { class: `note ${finding.level}`, id: `n-${finding.fingerprint}-${place.start}`, tabindex: '-1' },
      element('button', { type: 'button', class: 'jump', onclick: () => this.showFinding(finding) }, finding.message),
      others.length ? element('ul', { 'aria-label': 'Other places' }, others.map(jump)) : null);
  }

  // Shows a place, and says so to those who do not see it.
  open(finding, place) {
    const index = this.documents.findIndex((entry) => entry.set === finding.set && entry.document === place.document);
    if (index < 0) return;
    this.choice.value = String(index);
    this.show();
    const note = byId(`n-${finding.fingerprint}-${place.start}`);
    const marks = [...document.querySelectorAll(`mark[data-places~="p-${finding.fingerprint}-${place.start}"]`)];
    const mark = marks[0] ?? byId(`d-${place.passage}`);
    for (const old of document.querySelectorAll('.here')) old.classList.remove('here');
    for (const each of marks) each.classList.add('here');
    note?.classList.add('here');
    mark?.scrollIntoView({ block: 'center' });
    (mark?.querySelector('a') ?? note)?.focus({ preventScroll: true });
  }

  // The next or the previous mark.
  move(step) {
    const marks = [...document.querySelectorAll('#document-text mark a')];
    const at = marks.indexOf(document.activeElement);
    const next = marks[Math.min(Math.max(at + step, 0), marks.length - 1)];
    next?.scrollIntoView({ block: 'center' });
    next?.focus({ preventScroll: true });
  }
}
