import type { Day } from '../kernel/day.ts'
import { blocks, type Finding, softened, sorted } from '../kernel/finding.ts'
import { type Draft, draftOf, frozen, type Register } from '../register/register.ts'
import { type Conservation, provedFrom } from './conservation.ts'
import { expectationOf } from './expectations.ts'
import type { Move } from './operation.ts'
import { type Line, lineAddress, type Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import { idTaken } from './refusals.ts'
import type { World } from './rule.ts'
import { rules } from './rules/index.ts'

/** One dated step of the rehearsal: a line, or the part of it that takes effect on its own day. */
export interface Step {
  readonly line: Line
  readonly on: Day
  readonly fields: unknown
}

/** What the plan would do (预演): the register after it, everything that is wrong, and the proof. */
export interface Rehearsal {
  readonly before: Register
  readonly after: Register
  /** Steps in the order in which they took effect; refused ones are left out. */
  readonly steps: readonly Step[]
  readonly moves: readonly Move[]
  readonly findings: readonly Finding[]
  readonly conservation: Conservation
}

/** The plan's steps in order of effect: by day, and within a day as written. */
export const stepsOf = (plan: Plan): Step[] =>
  plan.lines
    .flatMap((line): Step[] => {
      const parts = line.operation.parts?.(line.fields, line.on)
      return parts === undefined
        ? [{ line, on: line.on, fields: line.fields }]
        : parts.map((part) => ({ line, on: part.on, fields: part.fields }))
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.line.number - b.line.number))

/** Walks the plan over a register: check, apply, next; then the rules and the proof over the result. Never throws for a bad plan. */
export const rehearse = (before: Register, plan: Plan, policy: Policy): Rehearsal => {
  const { after, steps, moves, findings } = walk(before, plan)
  const conservation = provedFrom(before, after, expectationOf(before, moves))
  const world: World = { before, after, plan, policy, steps, conservation }
  const walked = [...policy.findings, ...findings].map((finding) => attached(softened(finding), plan))
  return {
    before,
    after,
    steps,
    moves,
    conservation,
    findings: sorted([...walked, ...judged(world)]),
  }
}

/** What the rules and the proof have to say of a world, each at the line that it leads to; in no order. */
export const judged = (world: World): Finding[] => {
  const ruled = rules.flatMap((rule) => rule.check(world))
  const lost = world.conservation.counterExamples.map(({ finding }) => finding)
  return [...ruled, ...lost].map((finding) => attached(softened(located(finding, world)), world.plan))
}

/** The register on a day in the middle of the plan: the steps due by then, applied without asking again. */
export const registerOn = (before: Register, plan: Plan, on: Day): Register => walk(before, plan, on).after

const walk = (before: Register, plan: Plan, until?: Day) => {
  const draft = draftOf(before)
  const findings: Finding[] = []
  const moves: Move[] = []
  const done: Step[] = []
  const neverBorn = new Set<string>()
  const ended = new Set<string>()
  for (const step of stepsOf(plan)) {
    if (until !== undefined && step.on > until) break
    const { operation } = step.line
    const refused = operation.check(step.fields, draft).map((finding) => atLine(finding, step, plan))
    // A unit that a refused line should have created makes every later line look wrong: say it once.
    findings.push(...refused.filter((finding) => !neverBorn.has(unknownUnitOf(finding))))
    if (blocks(refused)) {
      for (const id of operation.creates?.(step.fields) ?? []) neverBorn.add(id)
      continue
    }
    const declared = operation.moves(step.fields, draft)
    const reused = endedBefore(declared, ended).map((finding) => atLine(finding, step, plan))
    if (reused.length > 0) {
      findings.push(...reused)
      continue
    }
    for (const move of declared)
      if (move.kind === 'end') for (const id of move.ids) ended.add(`${move.table}:${id}`)
    moves.push(...declared)
    operation.apply(step.fields, draft as Draft, step.on)
    done.push(step)
  }
  return { after: frozen(draft), steps: done, moves, findings }
}

/** T05: an id that has ended is never used again, although the register no longer shows it. */
const endedBefore = (moves: readonly Move[], ended: ReadonlySet<string>): Finding[] =>
  moves
    .flatMap((move) => (move.kind === 'begin' ? move.ids.map((id) => ({ table: move.table, id })) : []))
    .filter(({ table, id }) => ended.has(`${table}:${id}`))
    .map(({ table, id }) => idTaken(table, id))

const unknownUnitOf = (finding: Finding): string =>
  finding.code === 'U01' ? (finding.about ?? '').replace('unit:', '') : ''

const atLine = (finding: Finding, step: Step, plan: Plan): Finding => ({
  ...finding,
  at: lineAddress(plan, step.line),
  about: finding.at,
  place: step.line.place,
})

/** A finding about a unit points to the last line that names it, so that the reader lands where it can be mended. */
const located = (finding: Finding, { plan, steps }: World): Finding => {
  if (finding.place !== undefined) return finding
  const id = finding.at.startsWith('unit:') ? finding.at.slice('unit:'.length) : undefined
  const step = id === undefined ? undefined : steps.findLast((each) => mentions(each.fields, id))
  return step === undefined
    ? finding
    : { ...finding, at: lineAddress(plan, step.line), about: finding.at, place: step.line.place }
}

const mentions = (value: unknown, id: string): boolean =>
  value === id ||
  (Array.isArray(value)
    ? value.includes(id)
    : typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((member) => mentions(member, id)))

/** An attached opinion turns the demand for one into a note that names it. */
const attached = (finding: Finding, plan: Plan): Finding => {
  if (finding.severity !== 'opinion') return finding
  const opinion = plan.lines.flatMap((line) => line.opinions ?? []).find((each) => each.rule === finding.code)
  if (opinion === undefined) return finding
  const { zh, en } = finding.message
  return {
    ...finding,
    severity: 'note',
    message: { zh: `${zh}（已附：${opinion.document}）`, en: `${en} (attached: ${opinion.document})` },
  }
}
