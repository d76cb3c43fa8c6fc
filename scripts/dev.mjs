// npm run dev: the server, restarted on changes, and Vite's own server for the pages in front of it.
import { spawn } from 'node:child_process'
import { root } from './node.mjs'

process.env.PORT ??= '4310'
const children = [
  ['--watch', 'src/cli/main.ts', 'serve', ...process.argv.slice(2)],
  ['node_modules/vite/bin/vite.js'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }))

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
for (const child of children) child.on('exit', stop)
