import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { auditAnchorOf } from '../../store/audit-anchor.ts'
import { anchorOf } from '../../store/journal-export.ts'
import { writeWhole } from '../../store/whole-file.ts'
import { type Command, exit } from '../command.ts'
import { countyFrom } from '../one-county.ts'
import { misused, notThere, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Writes down where a county's journal ends now, to be kept outside the installation. */
export const anchor: Command = {
  name: 'anchor',
  summary: say(
    '写出日志（或 --audit 审计）末端的锚定值，另处保存，以便日后发现截断或重写',
    'Write down the head of a journal (with --audit: of an audit trail), to be kept elsewhere: it shows later whether it was cut or rewritten',
  ),
  usage: 'anchor FILE [--county ID] [--audit] [--data DIR]',
  takes: 1,
  options: { data: true, county: true, audit: false },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(anchor, say('写明一个要写出的文件', 'Name the one file to write'), io)
    return await withRecords(args, { mustExist: true }, async (database) => {
      const isAudit = args.options.has('audit')
      // The installation has an audit trail, and no journal.
      const isInstallation = isAudit && args.options.get('county') === '-'
      const county = isInstallation ? { id: '-' } : await countyFrom(args, database)
      if ('code' in county) return notThere(county, io)
      const written =
        isAudit || !('head' in county)
          ? await auditAnchorOf(database, county.id)
          : await anchorOf(database, county)
      const kept = otherEvidence(path, written)
      if (kept !== undefined) return notThere(kept, io)
      const [refused] = writeWhole(path, `${JSON.stringify(written)}\n`)
      if (refused !== undefined) return notThere(refused, io)
      if (io.json) printJson({ file: path, anchor: written, findings: [] }, io)
      else io.print(`${written.county} · ${written.seq} · ${written.hash} · ${written.at}`)
      return exit.fine
    })
  },
}

/** B27: what stands there is no earlier anchor of the same chain, and is not written over. */
const otherEvidence = (
  path: string,
  written: { kind: string; county: string; seq: number },
): Finding | undefined => {
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (text === '' || isEarlier(text, written)) return undefined
  return {
    code: 'B27',
    severity: 'error',
    at: `file:${basename(path)}`,
    message: say(`“${path}”已有别的内容，不予覆盖`, `“${path}” holds something else and is not written over`),
    remedy: say('换一个文件名。', 'Name another file.'),
  }
}

const isEarlier = (
  text: string,
  { kind, county, seq }: { kind: string; county: string; seq: number },
): boolean => {
  try {
    const there = JSON.parse(text) as Partial<{ kind: string; county: string; seq: number }>
    return there.kind === kind && there.county === county && (there.seq ?? Infinity) <= seq
  } catch {
    return false
  }
}
