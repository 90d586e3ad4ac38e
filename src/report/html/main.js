import { plural } from './elements.js';
import { Decisions } from './triage.js';
import { FindingList } from './findings.js';
import { DocumentView } from './documents.js';
import { showClaims, showWords, showChecked } from './tables.js';

const data = JSON.parse(document.getElementById('data').textContent);
const decisions = new Decisions(data);
const documents = data.sets.reduce((sum, set) => sum + set.documents, 0);
document.getElementById('summary').textContent = `${plural(data.summary.error, 'error')}, ${plural(data.summary.warning, 'warning')}, ${plural(data.summary.suggestion, 'suggestion')} in ${plural(documents, 'document')}`;

function view(name) {
  for (const pane of document.querySelectorAll('.pane')) pane.hidden = pane.id !== name;
  for (const button of document.querySelectorAll('.view')) button.setAttribute('aria-pressed', String(button.dataset.view === name));
}
for (const button of document.querySelectorAll('.view')) button.addEventListener('click', () => view(button.dataset.view));

let current = -1;
function focusFinding(fingerprint) {
  const card = document.getElementById('f-' + fingerprint);
  card?.scrollIntoView({ block: 'center' });
  card?.focus({ preventScroll: true });
}
const texts = new DocumentView(data, (finding) => { view('findings'); focusFinding(finding.fingerprint); });
const list = new FindingList(data, decisions, (finding, place) => { view('documents'); texts.open(finding, place); });
showClaims(data);
showWords(data);
showChecked(data);

document.getElementById('export').addEventListener('click', () => {
  const address = URL.createObjectURL(new Blob([decisions.baseline(data.findings)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'crosscheck-baseline.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const finding = list.shown[current];
  const press = (label) => [...document.querySelectorAll(`#f-${finding?.fingerprint} .triage button`)].find((button) => button.textContent === label)?.click();
  switch (event.key) {
    case 'j': current = Math.min(current + 1, list.shown.length - 1); break;
    case 'k': current = Math.max(current - 1, 0); break;
    case 'a': press('Accept'); break;
    case 'd': press('Dismiss'); break;
    case 'o': if (finding) { view('documents'); texts.open(finding, finding.evidence[0]); } return;
    case '/': document.getElementById('filter-text').focus(); event.preventDefault(); return;
    case '?': document.getElementById('help').showModal(); return;
    default: return;
  }
  if (list.shown[current]) focusFinding(list.shown[current].fingerprint);
});
