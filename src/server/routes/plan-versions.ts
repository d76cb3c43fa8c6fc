import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { readVersion, readVersions } from '../../store/drafts/read.ts'
import { readText } from '../../store/drafts/reading.ts'
import { saveVersion } from '../../store/drafts/save.ts'
import { actorOf } from '../kit/actor.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { command, ok, type Route, reading } from '../kit/route.ts'
import { wholeShape } from '../kit/shapes.ts'
import { doneOr422, forVersion, namesFor, planOf, planToMove, versionView } from './plan-asked.ts'
import {
  noteShape,
  numberShape,
  planConflictShape,
  planParams,
  savedShape,
  versionShape,
  versionTextShape,
} from './plan-shapes.ts'

const list = reading({
  path: '/api/counties/:county/plans/:plan/versions',
  operation: 'read-plan',
  summary: say('方案的历次文稿', 'The versions of a plan, the newest first'),
  tag: 'plans',
  params: planParams,
  answers: {
    200: { description: 'The versions', schema: z.strictObject({ versions: z.array(versionShape) }) },
  },
  handle: async (ask) => {
    const { key } = await planOf(ask)
    const versions = await readVersions(ask.client, key)
    const named = await namesFor(
      ask.client,
      key.county,
      versions.map(({ author }) => author),
    )
    return ok({ versions: versions.map((version) => versionView(version, named)) })
  },
})

const read = reading({
  path: '/api/counties/:county/plans/:plan/versions/:version',
  operation: 'read-plan',
  summary: say('方案的某一稿', 'One version of a plan'),
  tag: 'plans',
  params: planParams.extend({ version: wholeShape }),
  answers: { 200: { description: 'The version with its text', schema: versionTextShape } },
  handle: async (ask) => {
    const { key, draft } = await planOf(ask)
    const number = Number(ask.params.version)
    const version = number > draft.version ? undefined : await readVersion(ask.client, key, number)
    if (version === undefined) throw new Refused(notFound)
    const named = await namesFor(ask.client, key.county, [version.author])
    const { text, ...facts } = version
    const { findings } = readText(text, key.plan)
    return ok({ ...versionView(facts, named), text, findings }, { headers: { etag: `"${version.version}"` } })
  },
})

const restore = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/restoration',
  operation: 'draft-plan',
  summary: say('恢复旧稿为新稿', 'Make the text of an old version the next version'),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({ version: numberShape, restore: numberShape, note: noteShape.optional() })
    .meta({ id: 'PlanRestoration', example: { version: 3, restore: 1 } }),
  answers: {
    200: { description: 'Restored as a further version', schema: savedShape },
    409: { description: 'The plan has a further version', schema: planConflictShape },
  },
  handle: async (ask) => {
    const { version, restore: wanted, note = '' } = ask.body
    const open = await planToMove(ask)
    forVersion(open, version)
    const { key } = open
    const old = await readVersion(ask.client, key, wanted)
    if (old === undefined) throw new Refused(notFound)
    const saving = { text: old.text, note, kind: 'restored' as const, origin: wanted }
    const outcome = await saveVersion(ask.client, open, {
      ...saving,
      actor: actorOf(ask.viewer),
      at: ask.now,
    })
    const { done, findings } = doneOr422(outcome)
    const detail = { version: done.version, restored: wanted, digest: done.digest, state: done.state }
    return ok(
      { ...done, findings },
      {
        headers: { etag: `"${done.version}"` },
        ...(done.isUnchanged
          ? {}
          : { audit: { county: key.county, action: 'restore-plan', subject: `plan:${key.plan}`, detail } }),
      },
    )
  },
})

/** 历次文稿: listed, read and restored. */
export const planVersionRoutes: readonly Route[] = [list, read, restore]
