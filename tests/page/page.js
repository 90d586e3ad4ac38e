// The HTML report in Chromium: filter, side by side, jump, triage, export and import, keyboard alone, no network, and
// axe-core without violations. Usage: node page.js BUILD_FOLDER [--bench | --shots FOLDER]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const program = path.resolve(process.argv[2] ?? 'build/release', 'crosscheck');
const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-page-'));
const wrong = [];
let count = 0;
function check(condition, what) {
  ++count;
  if (!condition) wrong.push(what);
}

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((name) => existsSync(name));
const launch = () => chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'], timeout: 120000 });

function report(paths, name, more = []) {
  const file = path.join(folder, name);
  spawnSync(program, ['check', ...paths, '--no-config', '--format', 'html', '-o', file, ...more], { cwd: root });
  return file;
}

async function opened(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.outside = [];
  page.errors = [];
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) page.outside.push(request.url()); });
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.errors.push(message.text()); });
  await page.goto('file://' + file);
  return page;
}

const shown = (page) => page.locator('#list .finding').count();
const keyboard = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const active = (page, ask) => page.evaluate(ask);

async function axe(page, what) {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  check(found.violations.length === 0, `axe-core, ${what}: ` + found.violations.map((v) => `${v.id} (${v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join('; ')})`).join(', '));
}

async function filters(page) {
  const all = await shown(page);
  check(all > 20, `the findings of corpus/ are listed: ${all}`);
  await page.locator('#filter-levels input').nth(2).uncheck();
  await page.locator('#filter-levels input').nth(1).uncheck();
  const errors = await shown(page);
  check(errors > 0 && errors < all && (await page.locator('#list .finding.warning').count()) === 0, 'the level filter leaves errors');
  await page.locator('#reset').click();
  check((await shown(page)) === all, 'Show all shows all');
  await page.selectOption('#filter-family', 'contradiction');
  check((await page.locator('#list .finding .rule').allTextContents()).filter((text) => / % sure/.test(text)).every((text) => text.startsWith('contradiction.')), 'the family filter leaves one family');
  await page.selectOption('#filter-document', 'corpus/ivig/ivig.txt');
  check((await shown(page)) >= 1 && (await page.locator('#list .group h2').first().textContent()).includes('corpus/ivig/ivig.txt'), 'the document filter leaves one document');
  await page.locator('#reset').click();
  await page.fill('#filter-text', 'gammablobulin');
  check((await shown(page)) >= 1 && (await shown(page)) < all && (await page.locator('#count').textContent()).includes('finding'), 'the text filter finds words');
  await page.fill('#filter-text', '');
  await page.selectOption('#group-by', 'family');
  check((await page.locator('#list .group h2').allTextContents()).some((text) => text.startsWith('contradiction')), 'findings can be grouped by family');
  await page.selectOption('#group-by', 'document');
  await page.locator('#chart thead button', { hasText: 'contradiction' }).click();
  check((await page.inputValue('#filter-family')) === 'contradiction', 'the chart filters');
  await page.locator('#reset').click();
}

async function sidesAndJumps(page) {
  await page.selectOption('#filter-document', 'corpus/ivig/ivig.txt');
  const card = page.locator('#list .finding.error', { hasText: 'three major categories' }).first();
  const boxes = await card.locator('.side').evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })));
  check(boxes.length === 2 && boxes[0].right <= boxes[1].left && Math.abs(boxes[0].top - boxes[1].top) < 2, 'both places stand side by side');
  check((await card.locator('.side').nth(0).locator('mark').first().textContent()) === 'three major categories' && (await card.locator('.side').nth(1).locator('mark').first().textContent()) === 'four major disease categories', 'the clashing words are marked on both sides');
  check((await card.locator('.place p').first().textContent()).length > 80 && (await card.locator('.why').textContent()).includes('Understood as') && (await card.locator('.gates .passed').count()) === 1, 'surroundings, grounds and gates are shown');
  await card.locator('.side').nth(1).locator('button.jump').first().click();
  check(await page.locator('#documents').isVisible(), 'a place opens its document');
  const here = async () => (await page.locator('mark.here').allTextContents()).join('');
  check((await here()) === 'four major disease categories', 'the place is marked in the running text');
  const note = page.locator('.note.error', { hasText: 'three major categories' }).first();
  await note.locator('.other-place').first().click();
  check((await here()) === 'three major categories', 'a margin note jumps to the other place');
  const fits = await page.locator('mark.here').first().evaluate((mark) => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; });
  check(fits, 'the other place is in view');
  await page.locator('.note.here > button.jump').click();
  check(await page.locator('#findings').isVisible() && await active(page, () => document.activeElement.classList.contains('finding')), 'a margin note leads back to the finding');
  await page.locator('#reset').click();
}

async function tables(page) {
  await page.click('button[data-view=claims]');
  check((await page.locator('#claims-list h2').count()) > 5 && (await page.locator('#claims-list table').first().locator('tbody tr').count()) > 1, 'claims stand by subject');
  await page.fill('#claims-text', 'knee replacement');
  check((await page.locator('#claims-list h2').allTextContents()).some((text) => text.includes('knee replacement')), 'claims can be searched');
  await page.locator('#claims-list button.jump').first().click();
  check(await page.locator('#documents').isVisible(), 'a claim leads to its passage');
  await page.click('button[data-view=words]');
  const words = await page.locator('#words').textContent();
  check(words.includes('IVIG') && words.includes('Terms and their variants') && (await page.locator('#words table').first().locator('tbody tr').count()) > 3, 'abbreviations and terms are listed');
  await page.click('button[data-view=checked]');
  check((await page.locator('#checked').textContent()).includes('ivig.txt'), 'what was checked is listed');
  await page.click('button[data-view=findings]');
}

// Accept, dismiss and comment; the exported file is a baseline to the program, and to the page.
async function triage(page, browser, file) {
  await page.fill('#who', 'R. Editor');
  await page.locator('#who').blur();
  const cards = page.locator('#list .finding');
  const first = await cards.nth(0).getAttribute('id');
  const second = await cards.nth(1).getAttribute('id');
  await cards.nth(0).locator('.dismissed').click();
  check(await active(page, () => document.activeElement.classList.contains('reason')), 'dismissing asks for a reason');
  await page.keyboard.type('meant to differ');
  await page.keyboard.press('Enter');
  await page.locator(`#${second} .accepted`).click();
  check((await page.locator(`#${second} .accepted`).getAttribute('aria-pressed')) === 'true', 'a decision shows');
  await page.selectOption('#filter-decision', 'dismissed');
  check((await shown(page)) === 1, 'decisions can be filtered');
  await page.locator('#reset').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export')]);
  const saved = path.join(folder, 'baseline.json');
  await download.saveAs(saved);
  const entries = JSON.parse(readFileSync(saved, 'utf8')).findings;
  check(entries.length === 2 && entries[0].decision === 'dismissed' && entries[0].reason === 'meant to differ' && entries[0].who === 'R. Editor' && /^\d{4}-\d\d-\d\d$/.test(entries[0].when), 'the export says who decided what, why and when: ' + JSON.stringify(entries));
  const left = JSON.parse(spawnSync(program, ['check', 'corpus', '--no-config', '--format', 'json', '--baseline', saved], { cwd: root, maxBuffer: 1 << 28 }).stdout).findings.map((finding) => 'f-' + finding.fingerprint);
  check(!left.includes(first) && left.includes(second), 'the program leaves out what was dismissed and reports what was accepted');
  const fresh = await opened(browser, file);
  await fresh.evaluate(() => localStorage.clear());
  await fresh.reload();
  await fresh.setInputFiles('#import-file', saved);
  await fresh.waitForFunction(() => document.getElementById('said').textContent !== '');
  check((await fresh.locator('#said').textContent()).startsWith('2 decisions') && (await fresh.locator(`#${first}.dismissed`).count()) === 1, 'a baseline can be read back into the page');
  writeFileSync(path.join(folder, 'wrong.json'), '{"a": 1}');
  await fresh.setInputFiles('#import-file', path.join(folder, 'wrong.json'));
  await fresh.waitForFunction(() => document.getElementById('said').textContent.includes('no baseline'));
  await fresh.context().close();
}

async function keyboardAlone(browser, file) {
  const page = await opened(browser, file);
  await keyboard(page, 'Tab');
  check(await active(page, () => document.activeElement.className === 'skip'), 'the first stop skips to the findings');
  await keyboard(page, '/');
  await page.keyboard.type('categories');
  await keyboard(page, 'Enter');
  check(await active(page, () => document.activeElement.classList.contains('finding')), 'keys alone: searching leads to a finding');
  await keyboard(page, 'j', 'k', 'a');
  check(await active(page, () => document.activeElement.classList.contains('accepted')), 'keys alone: a accepts');
  await keyboard(page, 'd');
  await page.keyboard.type('as agreed');
  await keyboard(page, 'Enter');
  check(await active(page, () => document.activeElement.classList.contains('dismissed') && document.activeElement.querySelector('.reason').value === 'as agreed'), 'keys alone: d dismisses with a reason');
  await keyboard(page, 'o');
  check(await active(page, () => document.activeElement.closest('mark.here') !== null), 'keys alone: o opens the document at the place');
  await keyboard(page, 'Enter');
  check(await active(page, () => document.activeElement.closest('.note') !== null), 'keys alone: Enter on a mark leads to its note');
  await keyboard(page, 'Tab', 'Enter');
  check(await active(page, () => document.activeElement.closest('mark.here') !== null), 'keys alone: the note leads to the other place');
  await keyboard(page, 'b');
  check(await active(page, () => !document.getElementById('findings').hidden && document.activeElement.classList.contains('finding')), 'keys alone: b leads back');
  await keyboard(page, '3');
  check(await page.locator('#claims').isVisible(), 'keys alone: numbers choose the view');
  await keyboard(page, '1', '?');
  check(await page.locator('#help').isVisible(), 'keys alone: ? shows the keys');
  await keyboard(page, 'Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
  check(download.suggestedFilename() === 'crosscheck-baseline.json', 'keys alone: e exports');
  check(page.errors.length === 0, 'keys alone: no errors: ' + page.errors.join('; '));
  await page.context().close();
}

async function hostile(browser) {
  const set = path.join(folder, 'hostile');
  execFileSync('mkdir', ['-p', set]);
  writeFileSync(path.join(set, 'a<img src=x onerror=alert(1)>.txt'), 'The dose for adults is 20 mg. </script><script>document.title="broken"</script> Talk to the the nurse <img src=http://example.org/x>.\n');
  writeFileSync(path.join(set, 'b.txt'), 'The dose for adults is 10 mg. Talk to the the nurse <b>now</b>.\n');
  const page = await opened(browser, report([set], 'hostile.html'));
  for (const view of ['documents', 'claims', 'words', 'checked', 'findings']) await page.click(`button[data-view=${view}]`);
  check((await page.title()) === 'crosscheck report' && (await page.locator('img').count()) === 0 && (await shown(page)) > 0, 'text of documents stays text');
  check(page.outside.length === 0 && page.errors.length === 0, 'nothing is fetched, nothing runs: ' + [...page.outside, ...page.errors].join('; '));
  await page.evaluate(() => { const script = document.createElement('script'); script.textContent = 'document.title = "broken"'; document.body.append(script); });
  check((await page.title()) === 'crosscheck report', 'the Content-Security-Policy keeps other scripts out');
  await page.context().close();
}

function manyFindings(file) {
  const html = readFileSync(report(['corpus'], 'few.html'), 'utf8');
  const [, head, json, tail] = /^([^]*id="data">)([^]*?)(<\/script>[^]*)$/.exec(html);
  const data = JSON.parse(json);
  const few = data.findings;
  data.findings = [];
  while (data.findings.length < 5000)
    for (const finding of few) if (data.findings.length < 5000) data.findings.push({ ...finding, fingerprint: data.findings.length.toString(16).padStart(16, '0') });
  writeFileSync(file, head + JSON.stringify(data).replaceAll('<', '\\u003c') + tail);
}

async function bench(browser) {
  const file = path.join(folder, 'many.html');
  manyFindings(file);
  const begun = Date.now();
  const page = await opened(browser, file);
  await page.waitForSelector('#list .finding');
  const open = Date.now() - begun;
  const filtered = await page.evaluate(() => {
    const begin = performance.now();
    const field = document.getElementById('filter-text');
    field.value = 'gammablobulin';
    field.dispatchEvent(new Event('input'));
    document.getElementById('list').getBoundingClientRect();
    return performance.now() - begin;
  });
  console.log(`report page, 5,000 findings: open ${open} ms, first filter ${Math.round(filtered)} ms`);
  await page.context().close();
  return { open, filtered };
}

async function shots(browser, file, target) {
  const page = await opened(browser, file, { viewport: { width: 1280, height: 860 } });
  await page.selectOption('#filter-family', 'contradiction');
  await page.screenshot({ path: path.join(target, 'report-findings.png') });
  await page.locator('#list .finding button.jump').first().click();
  await page.screenshot({ path: path.join(target, 'report-document.png') });
  const dark = await opened(browser, file, { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' });
  await dark.screenshot({ path: path.join(folder, 'dark.png') });
  await page.context().close();
  await dark.context().close();
}

const browser = await launch();
try {
  const file = report(['corpus'], 'corpus.html');
  if (process.argv[3] === '--bench') await bench(browser);
  else if (process.argv[3] === '--shots') await shots(browser, file, process.argv[4]);
  else {
    const page = await opened(browser, file);
    await axe(page, 'findings');
    await filters(page);
    await sidesAndJumps(page);
    await tables(page);
    for (const view of ['documents', 'claims', 'words', 'checked']) {
      await page.click(`button[data-view=${view}]`);
      await axe(page, view);
    }
    await page.click('button[data-view=findings]');
    await triage(page, browser, file);
    check(page.errors.length === 0 && page.outside.length === 0, 'no errors, nothing fetched: ' + [...page.errors, ...page.outside].join('; '));
    await page.emulateMedia({ media: 'print' });
    check(!(await page.locator('#filters').isVisible()) && (await page.locator('#list .finding').first().isVisible()), 'in print the findings stay and the filters go');
    await page.context().close();
    const dark = await opened(browser, file, { colorScheme: 'dark' });
    await axe(dark, 'findings, dark');
    check((await dark.evaluate(() => getComputedStyle(document.body).backgroundColor)) === 'rgb(21, 23, 27)', 'dark mode is dark');
    await dark.context().close();
    await keyboardAlone(browser, file);
    await hostile(browser);
    const { filtered } = await bench(browser);
    check(filtered < 2000, `5,000 findings: the first filter takes ${filtered} ms`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const each of wrong) console.log('wrong: ' + each);
if (!process.argv[3]) console.log(`report page: ${count} checks, ${wrong.length} wrong`);
process.exit(wrong.length ? 1 : 0);
