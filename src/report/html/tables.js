// Claims by subject, the words of the set, and what was checked.
import { element, table, plural } from './elements.js';

export function showClaims(data) {
  const pane = document.getElementById('claims');
  if (!data.claims?.length) {
    pane.append(element('p', {}, 'No claims.'));
    return;
  }
  const bySubject = Map.groupBy ? Map.groupBy(data.claims, (claim) => claim.canonical.subject || claim.subject) : data.claims.reduce((map, claim) => map.set(claim.canonical.subject || claim.subject, [...(map.get(claim.canonical.subject || claim.subject) ?? []), claim]), new Map());
  for (const [subject, claims] of [...bySubject].sort((a, b) => b[1].length - a[1].length || String(a[0]).localeCompare(String(b[0])))) {
    pane.append(element('h2', {}, `${subject || 'no subject'}: ${plural(claims.length, 'claim')}`),
      table(['relation', 'arguments', 'mood', 'document', 'sentence'], claims.map((claim) => [claim.relation, claim.arguments.join('; '), [claim.polarity === 'negative' ? 'not' : '', claim.modality === 'asserted' ? '' : claim.modality, claim.frequency?.word ?? ''].filter(Boolean).join(', '), claim.document, claim.sentence])));
  }
}

export function showWords(data) {
  const pane = document.getElementById('words');
  const terms = data.findings.filter((finding) => finding.rule.startsWith('terms.') || finding.rule.startsWith('spelling.variant') || finding.rule.startsWith('style.'));
  pane.append(element('h2', {}, 'Terms and their variants'), table(['rule', 'forms', 'places'], terms.map((finding) => [finding.rule, finding.message, String(finding.places)])));
  const short = data.findings.filter((finding) => finding.rule.startsWith('abbreviation.'));
  pane.append(element('h2', {}, 'Abbreviations'), table(['rule', 'what', 'document'], short.map((finding) => [finding.rule, finding.message, finding.evidence[0].document])));
}

export function showChecked(data) {
  const pane = document.getElementById('checked');
  pane.append(element('p', {}, `crosscheck ${data.tool.version}, word data: ${data.tool.data.join(', ') || 'none'}`));
  if (data.tool.rules_off.length) pane.append(element('p', {}, 'Rules off: ' + data.tool.rules_off.join(', ')));
  pane.append(table(['set', 'document', 'format', 'encoding', 'hash', 'left out'], data.sets.flatMap((set) => set.checked.map((entry) => [set.id, entry.document, entry.format, entry.encoding, entry.hash, entry.left_out ?? '']))));
  if (data.trouble.length) pane.append(element('h2', {}, 'Trouble'), table(['document', 'kind', 'message'], data.trouble.map((trouble) => [trouble.document, trouble.kind, trouble.message])));
}
