import { sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { provable } from '../../reform/base.ts'
import { certify } from '../../reform/certificate.ts'
import { writeWhole } from '../../store/whole-file.ts'
import { type Command, exit } from '../command.ts'
import { exitFor, printFindings, printJson } from '../print.ts'
import { openSession, rehearseSession, withoutPlan } from '../session.ts'

/** Proves that nothing is lost and writes the certificate; on failure names what is. */
export const prove: Command = {
  name: 'prove',
  summary: say('证明无一遗失，出具守恒证书', 'Prove that nothing is lost and write the certificate'),
  usage: 'prove [PLAN] [--county DIR] [-o cert.json]',
  takes: 1,
  options: { county: true, plan: true, out: true },
  run: (args, io) => {
    const session = openSession(args)
    const { plan, county, policy } = session
    const rehearsed = rehearseSession(session)
    if (plan === undefined || rehearsed === undefined) {
      const findings = withoutPlan(session)
      if (io.json) printJson({ holds: false, certificate: null, findings }, io)
      else printFindings(findings, io)
      return exit.blocked
    }
    const remarks = sorted([
      ...session.findings,
      ...provable(plan, county.manifest),
      ...rehearsed.findings.filter((finding) => finding.code !== 'D10'),
    ])
    const certificate = certify({ ...rehearsed, findings: remarks }, plan, county.manifest, policy)
    const out = args.options.get('out')
    const written = out === undefined ? [] : writeWhole(out, `${JSON.stringify(certificate)}\n`)
    const findings = [...written, ...remarks]
    if (io.json)
      printJson(
        {
          holds: certificate.holds,
          seal: certificate.seal,
          ...(out === undefined ? { certificate } : {}),
          findings,
        },
        io,
      )
    else {
      printFindings(
        findings.filter((finding) => finding.severity === 'error' || finding.severity === 'opinion'),
        io,
      )
      io.print(
        certificate.holds
          ? say(`守恒成立 · 证书 ${certificate.seal}`, `Nothing is lost · certificate ${certificate.seal}`)[
              io.language
            ]
          : say('守恒不成立，证书据实记载', 'Something is lost; the certificate says so')[io.language],
      )
    }
    return exitFor(findings)
  },
}
