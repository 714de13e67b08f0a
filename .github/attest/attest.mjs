// Attests where and from what files were made: a statement that the pipeline signs for
// each. For a site it is manifest.json, which holds the hash of every other file; for a
// release the archives and their checksums.
// Anyone can check it: gh attestation verify manifest.json --repo OWNER/NAME
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const subjects = [];
for (const file of process.argv.slice(2)) {
  const sha256 = createHash('sha256').update(await readFile(file)).digest('hex');
  subjects.push({ name: basename(file), digest: { sha256 } });
  console.log(`${basename(file)} sha256:${sha256}`);
}

if (process.env.GITHUB_ACTIONS !== 'true') {
  console.log('not in a pipeline: nothing is attested');
} else {
  const { attestProvenance } = await import('@actions/attest');
  const made = await attestProvenance({ subjects, token: process.env.GITHUB_TOKEN });
  console.log(`attested as ${made.attestationID}`);
}
