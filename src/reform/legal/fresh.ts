import type { Finding } from '../../kernel/finding.ts'

/** What a finding is about, whatever line of the plan it leads to: lines are renumbered, its subject stays. */
export const subjectOf = ({ about, at }: Finding): string => (about ?? at).replace(/#\d+$/, '')

/** A sentence without its numbers: a finding that only counts one more is still the same finding. */
const kindOf = (finding: Finding): string => `${finding.severity} ${finding.code} ${subjectOf(finding)}`

/** The findings of a second look that the first did not have; of several alike, as many as there are more. */
export const freshFindings = (was: readonly Finding[], is: readonly Finding[]): Finding[] => {
  const told = new Set(was.map((finding) => `${kindOf(finding)} ${finding.message.zh}`))
  const left = new Map<string, number>()
  for (const finding of was) left.set(kindOf(finding), (left.get(kindOf(finding)) ?? 0) + 1)
  const unsure: Finding[] = []
  for (const finding of is) {
    const key = kindOf(finding)
    if (told.has(`${key} ${finding.message.zh}`)) left.set(key, (left.get(key) ?? 0) - 1)
    else unsure.push(finding)
  }
  return unsure.filter((finding) => {
    const key = kindOf(finding)
    const known = left.get(key) ?? 0
    if (known > 0) left.set(key, known - 1)
    return known <= 0
  })
}
