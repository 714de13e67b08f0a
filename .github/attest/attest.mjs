// Attests where and from what a site was built: a statement that the pipeline
// signs for manifest.json, which holds the hash of every other file.
// Anyone can check it: gh attestation verify manifest.json --repo OWNER/NAME
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const manifest = process.argv[2];
const sha256 = createHash('sha256').update(await readFile(manifest)).digest('hex');
console.log(`manifest.json sha256:${sha256}`);

if (process.env.GITHUB_ACTIONS !== 'true') {
  console.log('not in a pipeline: nothing is attested');
} else {
  const { attestProvenance } = await import('@actions/attest');
  const made = await attestProvenance({
    subjects: [{ name: 'manifest.json', digest: { sha256 } }],
    token: process.env.GITHUB_TOKEN,
  });
  console.log(`attested as ${made.attestationID}`);
}
