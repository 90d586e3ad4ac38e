// What the reader decided about each finding: kept in the page and, where the browser lets us, between visits;
// exported as a baseline that `crosscheck check --baseline FILE` reads, and read back from one.
export class Decisions {
  constructor(data) {
    this.findings = new Map(data.findings.map((finding) => [finding.fingerprint, finding]));
    this.key = 'crosscheck:' + data.findings.map((finding) => finding.fingerprint).join('').slice(0, 512);
    this.made = new Map();
    this.others = [];  // of a baseline that was read: entries about findings that are not in this report
    this.who = '';
    try {
      this.who = localStorage.getItem('crosscheck:who') ?? '';
      for (const [fingerprint, decision] of JSON.parse(localStorage.getItem(this.key) ?? '[]')) this.made.set(fingerprint, decision);
    } catch { /* a page opened from a file may have no storage */ }
  }

  of(finding) {
    return this.made.get(finding.fingerprint) ?? { decision: 'open', reason: '' };
  }

  count() {
    return [...this.made.values()].filter((decision) => decision.decision !== 'open').length;
  }

  set(finding, decision, reason) {
    if (decision === 'open' && !reason) this.made.delete(finding.fingerprint);
    else this.made.set(finding.fingerprint, { decision, reason, who: this.who, when: new Date().toISOString().slice(0, 10) });
    this.keep();
  }

  setWho(who) {
    this.who = who;
    for (const decision of this.made.values()) decision.who ||= who;
    this.keep();
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.made]));
      localStorage.setItem('crosscheck:who', this.who);
    } catch { /* as above */ }
  }

  // The file of cli/baseline.cpp. A comment without a decision is kept as "accepted": it silences nothing.
  baseline() {
    const entries = [...this.others];
    for (const [fingerprint, { decision, reason, who, when }] of this.made) {
      const finding = this.findings.get(fingerprint);
      if (!finding) continue;
      entries.push({ fingerprint, rule: finding.rule, set: finding.set, document: finding.evidence[0].document, message: finding.message, decision: decision === 'open' ? 'accepted' : decision, reason, who, when });
    }
    return '{"crosscheck_baseline": 1, "findings": [\n' + entries.map((entry) => JSON.stringify(entry)).join(',\n') + (entries.length ? '\n' : '') + ']}\n';
  }

  // Returns how many decisions were taken over; throws where the text is no baseline.
  read(text) {
    const file = JSON.parse(text);
    if (!file.crosscheck_baseline || !Array.isArray(file.findings)) throw new Error('this is no baseline of crosscheck');
    let taken = 0;
    this.others = [];
    for (const entry of file.findings) {
      if (!this.findings.has(entry.fingerprint)) {
        this.others.push(entry);
        continue;
      }
      this.made.set(entry.fingerprint, { decision: entry.decision === 'accepted' ? 'accepted' : 'dismissed', reason: entry.reason ?? '', who: entry.who ?? '', when: entry.when ?? '' });
      ++taken;
    }
    this.keep();
    return taken;
  }
}
