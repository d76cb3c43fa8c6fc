import type { UnitId } from '../kernel/id.ts'
import type { Step } from './evidence.ts'

/** A step of an approval chain as a node: its duration in working days and what must end before it starts. */
export interface Node {
  readonly id: string
  readonly unit: UnitId
  readonly workingDays: number
  readonly after: readonly string[]
  readonly step: Step
}

export const nodesOf = (steps: readonly Step[]): Node[] =>
  steps.map((step) => ({
    id: step.id,
    unit: step.unit,
    workingDays: step.workingDays,
    after: step.after === undefined ? [] : step.after.split('|').map((id) => id.trim()),
    step,
  }))

/**
 * Working days on the longest chain of dependent steps. A step waiting for one that does not exist waits for nothing;
 * steps that wait for one another in a circle are cut where the circle closes.
 */
export const criticalPath = (nodes: readonly Node[]): number => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ends = new Map<string, number>()
  const endOf = (id: string): number => {
    const known = ends.get(id)
    if (known !== undefined) return known
    const node = byId.get(id)
    if (node === undefined) return 0
    ends.set(id, 0)
    const end = Math.max(0, ...node.after.map(endOf)) + node.workingDays
    ends.set(id, end)
    return end
  }
  return Math.max(0, ...nodes.map((node) => endOf(node.id)))
}

/**
 * The process after the reform: units are replaced by whoever carries on; publicity periods that may be joined and
 * now lie with one organ run once, for the longest of them; a hand-over inside one organ takes no time.
 */
export const processAfter = (nodes: readonly Node[], heir: (unit: UnitId) => UnitId): Node[] => {
  const moved = nodes.map((node) => ({ ...node, unit: heir(node.unit) }))
  const joined = joinPublicity(moved)
  return joined.map((node) => {
    const followers = joined.filter((each) => each.after.includes(node.id))
    const isInside = followers.length > 0 && followers.every((each) => each.unit === node.unit)
    return node.step.kind === 'handOver' && isInside ? { ...node, workingDays: 0 } : node
  })
}

const joinPublicity = (nodes: readonly Node[]): Node[] => {
  const groups = new Map<UnitId, Node[]>()
  for (const node of nodes)
    if (node.step.kind === 'publicity' && node.step.joinable)
      groups.set(node.unit, [...(groups.get(node.unit) ?? []), node])
  let all = [...nodes]
  for (const members of groups.values()) if (members.length > 1) all = join(all, members)
  return all
}

/** One joint step for the members. What waited for a member and leads to another now waits for what the member waited for. */
const join = (nodes: readonly Node[], members: readonly Node[]): Node[] => {
  const ids = new Set(members.map((node) => node.id))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const throughMembers = (after: readonly string[], seen: readonly string[] = []): string[] =>
    after.flatMap((id) =>
      ids.has(id) && !seen.includes(id)
        ? throughMembers(byId.get(id)?.after ?? [], [...seen, id])
        : ids.has(id)
          ? []
          : [id],
    )
  const leadsTo = (id: string, seen = new Set<string>()): boolean =>
    nodes.some((node) => {
      if (!node.after.includes(id) || seen.has(node.id)) return false
      seen.add(node.id)
      return ids.has(node.id) || leadsTo(node.id, seen)
    })
  const first = members[0] as Node
  const joint: Node = {
    ...first,
    workingDays: Math.max(...members.map((node) => node.workingDays)),
    after: [...new Set(members.flatMap((node) => throughMembers(node.after)))],
  }
  return [
    joint,
    ...nodes
      .filter((node) => !ids.has(node.id))
      .map((node) => ({
        ...node,
        after: leadsTo(node.id)
          ? [...new Set(throughMembers(node.after))]
          : [...new Set(node.after.map((id) => (ids.has(id) ? joint.id : id)))],
      })),
  ]
}
