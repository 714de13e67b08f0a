// Compiles Typst sources to PDF in this process and tells the processor time of
// each: node .ci/typst/measure.mjs FOLDER FONTS, with the package
// @myriaddreamin/typst-ts-node-compiler where Node finds it (NODE_PATH does not
// count: install it in FOLDER).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [folder, fonts] = process.argv.slice(2).map(name => resolve(name))
const { NodeCompiler } = createRequire(folder + '/')('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] })
const sources = readdirSync(folder).filter(name => name.endsWith('.typ')).map(name => readFileSync(`${folder}/${name}`, 'utf8'))

// one compiles a notice to its PDF, as a build of many different ones would.
function one(source) {
  const compiled = compiler.compile({ mainFileContent: source })
  if (compiled.hasError()) {
    compiled.printErrors()
    process.exit(1)
  }
  const pdf = compiler.pdf(compiled.result, { pdfTags: process.env.TAGS === '1' })
  compiler.evictCache(10)
  return [compiled.result.numOfPages, pdf]
}

const warm = Math.ceil(sources.length / 10)
sources.slice(0, warm).forEach(one)
const before = process.cpuUsage()
const began = performance.now()
let pages = 0, bytes = 0, last
for (const source of sources.slice(warm)) {
  const [n, pdf] = one(source)
  pages += n
  bytes += pdf.length
  last = pdf
}
const used = process.cpuUsage(before), n = sources.length - warm
writeFileSync(`${folder}/last.pdf`, last)
console.log(`${n} notices, ${(pages / n).toFixed(2)} pages, ${(bytes / n / 1000).toFixed(0)} KB each: ${((used.user + used.system) / n / 1000).toFixed(2)} ms of processor time, ${((performance.now() - began) / n).toFixed(2)} ms wall`)
