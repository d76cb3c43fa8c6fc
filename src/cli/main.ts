import { exit } from './command.ts'
import { run } from './run.ts'

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

// A closed pipe (`| head`) is the reader's choice, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : exit.fault),
)

try {
  process.exitCode = await run(process.argv.slice(2), {
    print: write(process.stdout),
    error: write(process.stderr),
  })
} catch (fault) {
  const message = fault instanceof Error ? fault.message : String(fault)
  process.stderr.write(`系统故障 / fault: ${message}\n`)
  if (process.env.SANDING_TRACE !== undefined && fault instanceof Error)
    process.stderr.write(`${fault.stack}\n`)
  process.exitCode = exit.fault
}
