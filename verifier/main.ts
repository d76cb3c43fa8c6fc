import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { statedInWords, verify } from './verify.ts'

/** node verifier/main.ts cert.json --county DIR --plan FILE [--json] · 0 valid · 1 not valid · 2 usage */
const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { county: { type: 'string' }, plan: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [certificate] = positionals
  const { county, plan } = values
  if (certificate === undefined || county === undefined || plan === undefined || positionals.length > 1)
    throw new Error('node verifier/main.ts cert.json --county DIR --plan FILE [--json]')
  const { valid, problems, stated } = verify(readFileSync(certificate, 'utf8'), county, plan)
  if (values.json === true) console.log(JSON.stringify({ valid, problems, stated }))
  else {
    for (const { code, message } of problems) console.log(`${code} ${message.zh}\n    ${message.en}`)
    if (stated !== undefined) console.log(Object.values(statedInWords(stated)).join('\n    '))
    console.log(valid ? '证书有效 The certificate is valid' : '证书无效 The certificate is not valid')
  }
  return valid ? 0 : 1
}

try {
  process.exitCode = main()
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 2
}
