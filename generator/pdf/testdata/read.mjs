// Reads PDF files as a screen reader hears them, by pdf.js: node read.mjs PDF.MJS FILE…
// It prints a list of the files, each a list of blocks {role, text} in the order of the
// structure. What is said in place of what is shown is said.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

// A browser has these; reading without drawing needs no more than their names.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {}
console.warn = () => {} // that nothing can be drawn
const { getDocument } = await import(pathToFileURL(process.argv[2]))

const inline = ['Span', 'Link']

// wordsOf are the words of each marked content of a page.
async function wordsOf(page) {
  const words = new Map(), open = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })).items) {
    if (item.type?.startsWith('begin')) open.push(item.id ?? open.at(-1)) // one without a number is inside another
    else if (item.type === 'endMarkedContent') open.pop()
    else if (open.at(-1)) words.set(open.at(-1), (words.get(open.at(-1)) ?? '') + item.str)
  }
  return words
}

// read adds the blocks of a part; a span and a link belong to the block around them. A
// moment that two pages share is said on both: once is enough.
function read(node, words, blocks, around) {
  const add = (block, text) => { block.text += text; if (text) words.said = text }
  if (node.type === 'content') add(around, words.get(node.id) ?? '')
  if (node.type) return
  let block = around
  if (!block || !inline.includes(node.role)) blocks.push(block = { role: node.role, text: '' })
  if (!node.alt) for (const child of node.children) read(child, words, blocks, block)
  else if (words.said || words.before !== node.alt) add(block, node.alt)
}

const files = []
for (const file of process.argv.slice(3)) {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 })
  const document = await task.promise, blocks = []
  let said = ''
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const tree = await page.getStructTree()
    if (!tree) continue
    const words = Object.assign(await wordsOf(page), { before: said })
    read(tree, words, blocks, null)
    said = words.said
  }
  files.push(blocks.filter(b => b.text))
  await task.destroy()
}
process.stdout.write(JSON.stringify(files))
