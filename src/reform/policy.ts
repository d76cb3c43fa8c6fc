import { parse } from 'yaml'
import { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import type { Clause } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'

const dated = z.strictObject({
  from: z.string().refine((text) => parseDay(text) !== undefined),
  value: z.json(),
  source: z.string().min(1),
  /** 待核 when false: the rule then only warns. */
  verified: z.boolean(),
})
const file = z.record(
  z.string(),
  z.strictObject({ title: z.string(), titleEn: z.string(), values: z.array(dated).min(1) }),
)

/** A policy value in force on a day, with the clause it comes from. */
export interface Limit<Value> {
  readonly value: Value
  readonly because: Clause
}

/** Dated limits of the nation, the province and the county; the later file overrides the earlier. */
export interface Policy {
  /** Digest of all files, part of what a certificate binds. */
  readonly digest: string
  /** The value in force on the plan's day, or undefined when no file has it: then the rule stays silent. */
  limit<Value>(key: string, shape: z.ZodType<Value>): Limit<Value> | undefined
}

/** Reads policy files, nation first. Throws on a malformed file: policy is part of the installation, not user input. */
export const policyFrom = (texts: readonly string[], on: Day, digest: string): Policy => {
  const entries = new Map<string, z.output<typeof file>[string]>()
  for (const text of texts)
    for (const [key, entry] of Object.entries(file.parse(parse(text) ?? {}))) entries.set(key, entry)
  return {
    digest,
    limit: (key, shape) => {
      const entry = entries.get(key)
      const inForce = entry?.values.filter((each) => each.from <= on).at(-1)
      if (entry === undefined || inForce === undefined) return undefined
      return {
        value: shape.parse(inForce.value),
        because: {
          text: say(entry.title, entry.titleEn),
          source: inForce.source,
          verified: inForce.verified,
        },
      }
    },
  }
}

/** No limits at all; for worlds in which only the operations matter. */
export const noPolicy: Policy = { digest: 'none', limit: () => undefined }
