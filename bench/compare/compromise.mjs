// Reads each text of a folder with compromise and counts what it found: the other side of bench/compare/run.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const nlp = createRequire(fileURLToPath(new URL('./work/', import.meta.url)))('compromise')
const folder = process.argv[2]
let quotations = 0
let names = 0
for (const file of readdirSync(folder).sort()) {
  const doc = nlp(readFileSync(`${folder}/${file}`, 'utf8'))
  quotations += doc.quotations().length
  names += doc.people().length + doc.places().length + doc.organizations().length
  doc.sentences().json({ offset: true })
}
console.log(JSON.stringify({ quotations, names }))
