import { existsSync, readFileSync } from 'node:fs'
import { statedInWords, verify as verifyCertificate } from '../../../verifier/verify.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { countyPath } from '../../store/county-folder.ts'
import { type Command, exit } from '../command.ts'
import { misused, notThere, printJson } from '../print.ts'

/** Hands a certificate to the independent checker, which shares no code with the one that wrote it. */
export const verify: Command = {
  name: 'verify',
  summary: say('由独立核验程序核对证书', 'Have the independent checker verify a certificate'),
  usage: 'verify cert.json --county DIR --plan FILE',
  takes: 1,
  options: { county: true, plan: true },
  run: (args, io) => {
    const [path] = args.positions
    const plan = args.options.get('plan')
    const county = args.options.get('county')
    if (path === undefined || plan === undefined || county === undefined)
      return misused(
        verify,
        say('核验要写明证书、县和方案', 'To verify, name the certificate, the county and the plan'),
        io,
      )
    if (!existsSync(path)) return notThere(noCertificate(path), io)
    const { valid, problems, stated } = verifyCertificate(
      readFileSync(path, 'utf8'),
      countyPath(county),
      plan,
    )
    if (io.json) printJson({ valid, problems, stated }, io)
    else {
      for (const problem of problems) io.print(`${problem.code} ${problem.message[io.language]}`)
      if (stated !== undefined) io.print(statedInWords(stated)[io.language])
      io.print(
        valid
          ? say('证书有效', 'The certificate is valid')[io.language]
          : say('证书无效', 'The certificate is not valid')[io.language],
      )
    }
    return valid ? exit.fine : exit.blocked
  },
}

const noCertificate = (path: string): Finding => ({
  code: 'F00',
  severity: 'error',
  at: 'certificate',
  message: say(`找不到证书“${path}”`, `There is no certificate “${path}”`),
  remedy: say('先用 prove -o 出具，或核对路径。', 'Write it first with prove -o, or check the path.'),
})
