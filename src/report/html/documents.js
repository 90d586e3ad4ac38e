// Each document as running text, with the places of its findings marked and notes in the margin.
import { element } from './elements.js';

export class DocumentView {
  constructor(data, showFinding) {
    this.data = data;
    this.showFinding = showFinding;
    this.choice = document.getElementById('document-choice');
    this.documents = data.sets.flatMap((set) => set.checked.map((entry) => ({ set: set.id, ...entry })));
    this.documents.forEach((entry, index) => this.choice.append(element('option', { value: index }, `${entry.set}/${entry.document}`)));
    this.choice.addEventListener('change', () => this.show());
    this.show();
  }

  show() {
    const entry = this.documents[Number(this.choice.value || 0)];
    const place = document.getElementById('document-text');
    place.replaceChildren();
    if (!entry?.passages) return;
    const findings = this.data.findings.filter((finding) => finding.set === entry.set);
    entry.passages.forEach((passage, index) => place.append(this.passage(entry, passage, index + 1, findings)));
  }

  passage(entry, text, number, findings) {
    const marks = [];
    for (const finding of findings)
      for (const place of finding.evidence)
        if (place.document === entry.document && place.passage === number) marks.push({ finding, place });
    marks.sort((a, b) => a.place.passage_start - b.place.passage_start || b.place.text.length - a.place.text.length);
    const points = [...text];
    const body = element('div');
    let at = 0;
    for (const { finding, place } of marks) {
      const start = place.passage_start;
      const end = start + [...place.text].length;
      if (start < at) continue;
      body.append(points.slice(at, start).join(''), element('mark', { class: place.side === 1 ? '' : 'other', id: `p-${finding.fingerprint}-${place.start}` }, points.slice(start, end).join('')));
      at = end;
    }
    body.append(points.slice(at).join(''));
    const notes = element('div', { class: 'notes' }, marks.map(({ finding }) => element('p', { class: finding.level }, element('button', { type: 'button', class: 'jump', onclick: () => this.showFinding(finding) }, finding.message))));
    return element('div', { class: 'passage', id: `d-${number}` }, body, notes);
  }

  open(finding, place) {
    const index = this.documents.findIndex((entry) => entry.set === finding.set && entry.document === place.document);
    if (index < 0) return;
    this.choice.value = String(index);
    this.show();
    (document.getElementById(`p-${finding.fingerprint}-${place.start}`) ?? document.getElementById(`d-${place.passage}`))?.scrollIntoView({ block: 'center' });
  }
}
