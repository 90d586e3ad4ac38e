import { byId, plural } from './elements.js';
import { Decisions } from './triage.js';
import { FindingList } from './findings.js';
import { DocumentView } from './documents.js';
import { showChart } from './chart.js';
import { showClaims, showWords, showChecked } from './tables.js';

const data = JSON.parse(byId('data').textContent);
const several = data.sets.length > 1;
for (const finding of data.findings) {
  const home = (place) => (several ? `${finding.set}/${place.document}` : place.document);
  finding.family = finding.rule.split('.')[0];
  finding.home = home(finding.evidence[0]);
  finding.homes = [...new Set(finding.evidence.map(home))];
}
const documents = data.sets.reduce((sum, set) => sum + set.documents, 0);
byId('summary').textContent = `${plural(data.summary.error, 'error')}, ${plural(data.summary.warning, 'warning')}, ${plural(data.summary.suggestion, 'suggestion')} in ${plural(documents, 'document')} of ${plural(data.sets.length, 'set')}`;

const VIEWS = ['findings', 'documents', 'claims', 'words', 'checked'];
const later = {};  // panes that are filled when they are first shown
function view(name) {
  for (const pane of document.querySelectorAll('.pane')) pane.hidden = pane.id !== name;
  for (const button of document.querySelectorAll('.view')) button.setAttribute('aria-pressed', String(button.dataset.view === name));
  later[name]?.();
  if (name !== 'documents') delete later[name];
}
for (const button of document.querySelectorAll('.view')) button.addEventListener('click', () => view(button.dataset.view));

const decisions = new Decisions(data);
const texts = new DocumentView(data, (finding) => { view('findings'); list.reveal(finding); });
const list = new FindingList(data, decisions, (finding, place) => { view('documents'); texts.open(finding, place); });
const filterBy = (wanted) => { view('findings'); list.filterBy(wanted); byId('count').scrollIntoView({ block: 'nearest' }); };
showChart(data, filterBy);
later.documents = () => texts.show();
later.claims = () => showClaims(data, (claim) => {
  view('documents');
  texts.open({ set: claim.set, fingerprint: '' }, { document: claim.name, passage: claim.passage, start: 0 });
});
later.words = () => showWords(data, filterBy);
later.checked = () => showChecked(data);

// A link into the page, to a mark or a note, gives its target the focus.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.to-note');
  if (!link) return;
  event.preventDefault();
  const note = byId(link.getAttribute('href').slice(1));
  note?.scrollIntoView({ block: 'nearest' });
  note?.querySelector('button')?.focus({ preventScroll: true });
});

const who = byId('who');
who.value = decisions.who;
who.addEventListener('change', () => decisions.setWho(who.value.trim()));

function exportDecisions() {
  const address = URL.createObjectURL(new Blob([decisions.baseline()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'crosscheck-baseline.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
byId('export').addEventListener('click', exportDecisions);
byId('import').addEventListener('click', () => byId('import-file').click());
byId('import-file').addEventListener('change', async (event) => {
  const file = event.target.files[0];
  if (!file) return;
  try {
    byId('said').textContent = `${plural(decisions.read(await file.text()), 'decision')} taken over from ${file.name}`;
  } catch (wrong) {
    byId('said').textContent = `${file.name}: ${wrong.message}`;
  }
  event.target.value = '';
  list.show();
});

const inDocuments = () => !byId('documents').hidden;
const KEYS = {
  j: () => (inDocuments() ? texts.move(1) : list.move(1)),
  k: () => (inDocuments() ? texts.move(-1) : list.move(-1)),
  a: () => list.press('.triage .accepted'),
  d: () => list.press('.triage .dismissed'),
  c: () => list.comment(),
  o: () => { const finding = list.selected(); if (finding) { view('documents'); texts.open(finding, finding.evidence[0]); } },
  b: () => { const finding = list.selected(); view('findings'); if (finding) list.reveal(finding); },
  e: exportDecisions,
  '/': () => { view('findings'); byId('filter-text').focus(); },
  '?': () => byId('help').showModal(),
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || byId('help').open) return;
  const pane = VIEWS[Number(event.key) - 1];
  const action = pane ? () => view(pane) : KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
byId('keys').addEventListener('click', () => byId('help').showModal());
byId('filter-text').addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === 'Escape') { event.target.blur(); list.move(1); } });
