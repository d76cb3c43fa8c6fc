// npm start: builds the web pages when they changed, then serves (PORT, else 4310).
import path from 'node:path'
import { buildIfChanged } from './build.mjs'
import { root } from './node.mjs'

if (buildIfChanged() !== 0) {
  console.error('sanding: the web pages could not be built')
  process.exit(1)
}
process.env.PORT ??= '4310'
process.argv = [process.execPath, path.join(root, 'src/cli/main.ts'), 'serve', ...process.argv.slice(2)]
await import('../src/cli/main.ts')
