import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { eraseFile, erasuresOf, mentions, reopenFile } from '../../store/people/erasure.ts'
import { namesakes, otherIds, plainFile } from '../../store/people/files.ts'
import { inventedMark } from '../../store/people/invented.ts'
import { type FileAct, looksAt, subjectOf } from '../../store/people/look-log.ts'
import { fileColumns } from '../../store/people/masking.ts'
import { postingOf } from '../../store/people/people-of.ts'
import { namesSomebody, unknownPerson } from '../../store/people/person-findings.ts'
import { correctFile } from '../../store/people/write.ts'
import { actorOf } from '../kit/actor.ts'
import { audited } from '../kit/command.ts'
import { blocked, conflict, Refused, refuseWith } from '../kit/problem.ts'
import { type AuditNote, command, ok, type Route } from '../kit/route.ts'
import { countyParams } from '../kit/shapes.ts'
import { maskedViews, opened, openedPerson } from './people-asked.ts'
import {
  againBody,
  correctedPerson,
  correctionBody,
  erasedPerson,
  erasureBody,
  erasureList,
  exportBody,
  foundPeople,
  personExport,
  personParams,
  reopeningBody,
  revealBody,
  revealedPerson,
  searchBody,
} from './people-shapes.ts'

const tag = 'people'
const person = '/api/counties/:county/people/:person'

const note = (county: string, act: FileAct, id: string, detail: object): AuditNote => ({
  county,
  action: act,
  subject: subjectOf(id),
  detail,
})

/** What is done with a person's file. Of what was asked and answered nothing is kept but the audit record. */
export const peopleCommands: readonly Route[] = [
  command({
    method: 'POST',
    path: `${person}/reveal`,
    operation: 'reveal-person',
    summary: say('查看原文：写明栏目与用途，留痕', 'Show columns unmasked; what for is put on record'),
    tag,
    params: personParams,
    body: revealBody,
    answers: { 200: { description: 'The values that there are', schema: revealedPerson } },
    handle: async (ask) => {
      const { columns, purpose, document = null } = ask.body
      const { client } = ask
      const { county, view, person: id } = await openedPerson(ask, client)
      refuseWith(document === null ? [] : await mentions(client, { county, person: id, text: document }))
      const file = await plainFile(client, view, id)
      const asked = fileColumns.filter((column) => columns.includes(column))
      const values = Object.fromEntries(
        asked.flatMap((column) =>
          file?.values[column] === undefined ? [] : [[column, file.values[column]]],
        ),
      )
      const audit = note(county, 'reveal-person', id, { columns: asked, purpose, document })
      return ok({ person: id, version: file?.version ?? 0, values }, { isSecret: true, audit })
    },
  }),
  command({
    method: 'POST',
    path: '/api/counties/:county/people/search',
    operation: 'reveal-person',
    summary: say(
      '按完整姓名查找：写明用途，留痕',
      'Find people by their whole name; what for is put on record',
    ),
    tag,
    params: countyParams,
    body: searchBody,
    answers: { 200: { description: 'Who bears the name, masked; at most 50', schema: foundPeople } },
    handle: async (ask) => {
      const { client } = ask
      const { name, purpose, document = null } = ask.body
      const found = await opened(ask, client)
      const { county } = found
      const ids = await namesakes(client, found.view, name)
      refuseWith(
        document?.includes(name.replace(inventedMark, '')) ? [namesSomebody('request:body.document')] : [],
      )
      const detail = { columns: ['name'], purpose, document }
      for (const id of ids)
        await audited(client, { ...note(county, 'find-person', id, detail), actor: actorOf(ask.viewer) })
      const search: AuditNote = {
        county,
        action: 'search-people',
        subject: `county:${county}`,
        detail: { purpose, document, found: ids.length },
      }
      return ok({ people: await maskedViews(client, found, ids) }, { isSecret: true, audit: search })
    },
  }),
  command({
    method: 'PATCH',
    path: person,
    operation: 'correct-person',
    summary: say('更正档案，或为在册人员建档', 'Correct a file, or begin that of a person of the register'),
    tag,
    params: personParams,
    body: correctionBody,
    answers: { 200: { description: 'The version that it has now', schema: correctedPerson } },
    handle: async (ask) => {
      const { county, person: id, register, file } = await openedPerson(ask, ask.client)
      if (file === undefined && !register.people.has(id)) refuseWith([unknownPerson(id)])
      const { version, ...changes } = ask.body
      const corrected = await correctFile(ask.client, { county, person: id, version, changes })
      if ('findings' in corrected) throw new Refused(blocked(corrected.findings))
      if ('conflict' in corrected)
        throw new Refused(
          conflict(say('档案已被他人更正。', 'Somebody else corrected the file.'), [corrected.conflict], {
            version: corrected.actual,
          }),
        )
      const columns = fileColumns.filter((column) => changes[column] !== undefined)
      const audit = note(county, 'correct-person', id, { columns, version: corrected.version })
      return ok({ person: id, version: corrected.version }, { isSecret: true, audit })
    },
  }),
  command({
    method: 'POST',
    path: `${person}/export`,
    operation: 'export-person',
    summary: say('导出本人全部信息', 'Export all that is kept about a person'),
    tag,
    params: personParams,
    body: exportBody,
    answers: { 200: { description: 'The export', schema: personExport } },
    handle: async (ask) => {
      const { client, now } = ask
      const { county, register, view, person: id, erasure } = await openedPerson(ask, client)
      const file = await plainFile(client, view, id)
      const body = {
        county,
        person: id,
        exportedAt: now,
        version: file?.version ?? 0,
        values: file?.values ?? {},
        register: register.people.get(id) ?? null,
        appointments: register.appointments.linkedTo(id),
        posting: postingOf(register, id) ?? null,
        erasure: erasure ?? null,
        looks: await looksAt(client, county, id),
      }
      const columns = fileColumns.filter((column) => file?.values[column] !== undefined)
      return ok(body, { isSecret: true, audit: note(county, 'export-person', id, { columns }) })
    },
  }),
  command({
    method: 'POST',
    path: `${person}/erasure`,
    operation: 'erase-person',
    summary: say('删除档案，此后不得再写入', 'Erase a file; nothing may be written afterwards'),
    tag,
    params: personParams,
    body: erasureBody,
    answers: { 200: { description: 'That it was erased', schema: erasedPerson } },
    handle: async (ask) => {
      const { client, now: at } = ask
      const { county, person: id } = await openedPerson(ask, client)
      const { reason, document } = ask.body
      const act = { county, person: id, document, by: actorOf(ask.viewer), at, reason }
      refuseWith(await eraseFile(client, act))
      const erasure = (await erasuresOf(client, county, [id])).get(id)
      return ok({ erasure }, { audit: note(county, 'erase-person', id, { reason, document }) })
    },
  }),
  command({
    method: 'POST',
    path: `${person}/reopening`,
    operation: 'erase-person',
    summary: say('凭文件重新开启已删除的档案', 'Let a file be written again that was erased'),
    tag,
    params: personParams,
    body: reopeningBody,
    answers: { 200: { description: 'That it was re-opened', schema: erasedPerson } },
    handle: async (ask) => {
      const { client, now: at } = ask
      const { county, person: id } = await openedPerson(ask, client)
      const { document } = ask.body
      refuseWith(await reopenFile(client, { county, person: id, document, by: actorOf(ask.viewer), at }))
      const erasure = (await erasuresOf(client, county, [id])).get(id)
      return ok({ erasure }, { audit: note(county, 'reopen-person', id, { document }) })
    },
  }),
  command({
    method: 'POST',
    path: '/api/counties/:county/erasures',
    operation: 'erase-person',
    summary: say('恢复备份后按清单再次删除', 'Erase again after a restore, from the list that was kept'),
    tag,
    params: countyParams,
    body: againBody,
    answers: { 200: { description: 'What was erased by it', schema: erasureList } },
    handle: async (ask) => {
      const { client, now: at } = ask
      const by = actorOf(ask.viewer)
      const { county, register } = await opened(ask, client)
      const known = await erasuresOf(client, county)
      const due = ask.body.erasures.filter((each) => known.get(each.person)?.reopenedAt !== null)
      const ids = due.map((each) => each.person)
      const others = new Set(await otherIds(client, county, []))
      refuseWith(
        ids.filter((id) => !register.people.has(id) && !others.has(id)).map((id) => unknownPerson(id)),
      )
      const findings: Finding[] = []
      for (const { person: id, reason, document } of due) {
        findings.push(...(await eraseFile(client, { county, person: id, document, by, at, reason })))
        await audited(client, { ...note(county, 'erase-person', id, { reason, document }), actor: by })
      }
      refuseWith(findings)
      return ok({ erasures: [...(await erasuresOf(client, county, ids)).values()] })
    },
  }),
]
