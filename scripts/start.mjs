// npm start: builds the web pages when they changed, then serves the demonstration (PORT, else 4310). Whoever says what
// to serve (`npm start -- --data DIR`, `--county DIR`) gets that.
import path from 'node:path'
import { buildIfChanged } from './build.mjs'
import { root } from './node.mjs'

if (buildIfChanged() !== 0) {
  console.error('sanding: the web pages could not be built')
  process.exit(1)
}
process.env.PORT ??= '4310'
const words = process.argv.slice(2)
const isSaid = words.some((word) => /^--(data|county|demo)\b/.test(word))
// The demonstration goes into a folder of its own, never into a database that happens to be named.
if (!isSaid) delete process.env.DATABASE_URL
const demonstration = isSaid ? [] : ['--demo', '--data', path.join(root, 'demo-data')]
process.argv = [process.execPath, path.join(root, 'src/cli/main.ts'), 'serve', ...demonstration, ...words]
await import('../src/cli/main.ts')
