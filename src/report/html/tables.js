// Claims by subject, the words of the set, and what was checked.
import { byId, element, plural, Pieces, table } from './elements.js';

export function showClaims(data, openPassage) {
  const several = data.sets.length > 1;
  const bySubject = new Map();
  for (const set of data.sets)
    for (const [name, passage, subject, relation, value, qualifiers, sentence] of set.claims) {
      const claim = { set: set.id, name, passage, subject: subject || '(not named)', relation, value, qualifiers, sentence };
      (bySubject.get(claim.subject) ?? bySubject.set(claim.subject, []).get(claim.subject)).push(claim);
    }
  const subjects = [...bySubject].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const total = data.sets.reduce((sum, set) => sum + set.claims.length, 0);
  const left = data.sets.reduce((sum, set) => sum + set.claims_left, 0);
  const pieces = new Pieces(byId('claims-list'), 20);
  const shown = ([subject, claims]) => element('section', { class: 'group' }, element('h2', {}, subject, element('span', { class: 'number' }, plural(claims.length, 'claim'))),
    table(`Claims about ${subject}`, ['says', 'of', 'qualified by', 'where'], claims.map((claim) => [claim.relation || claim.sentence, claim.value, claim.qualifiers,
      element('button', { type: 'button', class: 'jump', onclick: () => openPassage(claim) }, `${several ? claim.set + '/' : ''}${claim.name}, passage ${claim.passage}`)])));
  const filter = () => {
    const text = byId('claims-text').value.toLowerCase().trim();
    const wanted = subjects.filter(([subject, claims]) => !text || subject.toLowerCase().includes(text) || claims.some((claim) => `${claim.relation} ${claim.value}`.toLowerCase().includes(text)));
    byId('claims-count').textContent = `${plural(wanted.length, 'subject')}, ${plural(total, 'claim')} in all` + (left ? `; ${left.toLocaleString('en')} more, which crosscheck claims prints` : '');
    pieces.show(wanted, shown);
  };
  byId('claims-text').addEventListener('input', filter);
  filter();
}

export function showWords(data, filterBy) {
  const pane = byId('words');
  const several = data.sets.length > 1;
  const of = (set) => (several ? [set.id] : []);
  const head = several ? ['set'] : [];
  const about = (set, words, prefix) => {
    const found = data.findings.filter((finding) => finding.set === set.id && finding.rule.startsWith(prefix) && finding.evidence.some((place) => words.includes(place.text)));
    return found.length ? element('button', { type: 'button', class: 'jump', onclick: () => filterBy({ text: words[0].toLowerCase() }) }, plural(found.length, 'finding')) : '';
  };
  const short = data.sets.flatMap((set) => set.abbreviations.map(([form, meaning, where, definitions, uses]) => [...of(set), form, meaning, where, String(definitions), String(uses), about(set, [form], 'abbreviation.')]));
  pane.append(element('h2', {}, 'Abbreviations'), short.length ? table('Abbreviations', [...head, 'short form', 'stands for', 'defined in', 'times defined', 'times used', 'findings'], short) : element('p', {}, 'None.'));
  const terms = data.sets.flatMap((set) => set.terms.map((forms) => [...of(set), ...[forms[0]].map(([form, number]) => `${form} (${number})`), forms.slice(1).map(([form, number]) => `${form} (${number})`).join(', '), about(set, forms.map(([form]) => form), 'terms.')]));
  pane.append(element('h2', {}, 'Terms and their variants'), terms.length ? table('Terms and their variants', [...head, 'most often', 'also', 'findings'], terms) : element('p', {}, 'None.'));
  const mixed = data.findings.filter((finding) => finding.rule.startsWith('style.') || finding.rule.startsWith('spelling.variant') || finding.rule.startsWith('terms.'));
  pane.append(element('h2', {}, 'Mixed usage'), mixed.length ? table('Mixed usage', ['rule', 'usage', 'places'], mixed.map((finding) => [finding.rule, finding.message, String(finding.places)])) : element('p', {}, 'None.'));
}

export function showChecked(data) {
  const pane = byId('checked');
  pane.append(element('p', {}, `crosscheck ${data.tool.version}, word data: ${data.tool.data.join(', ') || 'none'}`));
  if (data.tool.rules_off.length) pane.append(element('p', {}, 'Rules off: ' + data.tool.rules_off.join(', ')));
  pane.append(table('Documents', ['document', 'set', 'format', 'encoding', 'hash', 'left out'], data.sets.flatMap((set) => set.checked.map((entry) => [entry.document, set.id, entry.format, entry.encoding, entry.hash, entry.left_out ?? '']))));
  if (data.trouble.length) pane.append(element('h2', {}, 'Trouble'), table('Trouble', ['document', 'kind', 'message'], data.trouble.map((trouble) => [trouble.document, trouble.kind, trouble.message])));
}
