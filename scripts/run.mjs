// node scripts/run.mjs <args>: sets up when needed, then runs `node <args>` on Node 24.
import { runNode } from './node.mjs'
import { setup } from './setup.mjs'

try {
  await setup()
  process.exitCode = await runNode(process.argv.slice(2))
} catch (error) {
  console.error(`sanding: ${error.message}`)
  process.exitCode = 1
}
