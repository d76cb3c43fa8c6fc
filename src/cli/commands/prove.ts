import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { provable } from '../../reform/base.ts'
import { type Certificate, certify } from '../../reform/certificate.ts'
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
    const isWritten = out !== undefined && !blocks(remarks)
    const written = isWritten ? writeCertificate(out, certificate) : []
    const findings = [...written, ...remarks]
    if (io.json)
      printJson(
        {
          holds: certificate.holds,
          seal: certificate.seal,
          ...(out === undefined ? { certificate } : { written: isWritten && written.length === 0 }),
          findings,
        },
        io,
      )
    else {
      printFindings(
        findings.filter((finding) => finding.severity === 'error' || finding.severity === 'opinion'),
        io,
      )
      io.print(closing(certificate, findings)[io.language])
    }
    return exitFor(findings)
  },
}

/** What the proof comes to, in one line. */
const closing = ({ holds, seal }: Certificate, findings: readonly Finding[]): Text => {
  const blocking = findings.filter(({ severity }) => severity === 'error').length
  if (!holds) return say('守恒不成立，未出具证书', 'Something is lost: no certificate is issued')
  if (blocking > 0)
    return say(
      `守恒成立，但有${blocking}项阻断，未出具证书`,
      `Nothing is lost, but ${blocking} findings block: no certificate is issued`,
    )
  return say(`守恒成立 · 证书 ${seal}`, `Nothing is lost · certificate ${seal}`)
}

/** B09: what stands there is no certificate, and is not written over. */
const writeCertificate = (path: string, certificate: Certificate): Finding[] => {
  if (existsSync(path) && !isCertificate(path))
    return [
      {
        code: 'B09',
        severity: 'error',
        at: `file:${basename(path)}`,
        message: say(
          `“${path}”已存在，而且不是证书，没有覆盖`,
          `“${path}” is there already and is no certificate; it was not written over`,
        ),
        remedy: say('换一个文件名，或先移走它。', 'Choose another name, or move it away first.'),
      },
    ]
  return writeWhole(path, `${JSON.stringify(certificate)}\n`)
}

const isCertificate = (path: string): boolean =>
  statSync(path).isFile() &&
  readFileSync(path, 'utf8').startsWith('{"sanding":1,"kind":"conservation-certificate"')
