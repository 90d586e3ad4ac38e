// What the reader decided about each finding: kept in the page (and in the browser where it lets us), exported as a
// baseline that `crosscheck check --baseline FILE` reads.
export class Decisions {
  constructor(data) {
    this.key = 'crosscheck:' + data.findings.map((finding) => finding.fingerprint).join('').slice(0, 512);
    this.made = new Map();
    try {
      for (const [fingerprint, decision] of JSON.parse(localStorage.getItem(this.key) ?? '[]')) this.made.set(fingerprint, decision);
    } catch { /* a page opened from a file may have no storage */ }
  }

  of(finding) {
    return this.made.get(finding.fingerprint) ?? { decision: 'open', reason: '' };
  }

  set(finding, decision, reason) {
    if (decision === 'open' && !reason) this.made.delete(finding.fingerprint);
    else this.made.set(finding.fingerprint, { decision, reason, when: new Date().toISOString().slice(0, 10) });
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.made]));
    } catch { /* as above */ }
  }

  baseline(findings) {
    const entries = findings.filter((finding) => this.of(finding).decision !== 'open').map((finding) => {
      const { decision, reason, when } = this.of(finding);
      return { fingerprint: finding.fingerprint, rule: finding.rule, set: finding.set, document: finding.evidence[0].document, text: finding.evidence[0].text, decision, reason, who: '', when };
    });
    return JSON.stringify({ schema: 1, entries }, null, 1) + '\n';
  }
}
