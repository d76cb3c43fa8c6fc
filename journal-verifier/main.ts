import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyFile } from './verify.ts'

const usage = 'node journal-verifier/main.ts export.jsonl [--anchor anchor.json] [--json]'

/** 0 valid · 1 not valid · 2 usage, or a file that cannot be read */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { anchor: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new Error(usage)
  const anchor = values.anchor === undefined ? undefined : readFileSync(values.anchor, 'utf8')
  const verdict = await verifyFile(path, anchor)
  if (values.json === true) console.log(JSON.stringify(verdict))
  else {
    for (const { code, message } of verdict.problems) console.log(`${code} ${message.zh}\n    ${message.en}`)
    if (verdict.more > 0) console.log(`另有 and ${verdict.more} 项 more`)
    if (verdict.head !== undefined)
      console.log(`${verdict.county ?? ''} · ${verdict.head.seq} · ${verdict.head.hash}`)
    console.log(verdict.valid ? '日志有效 The journal is valid' : '日志无效 The journal is not valid')
  }
  return verdict.valid ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 2
}
