import { number } from '../../kernel/text.ts'
import { areOfPlan, asking, remarksOf } from '../model/remarks.ts'
import type { Session } from '../model/session.ts'
import type { TextKey } from '../texts/index.ts'
import { useWords, type Words } from './words.tsx'

const countKeys: Readonly<Record<(typeof asking)[number], readonly [one: TextKey, some: TextKey]>> = {
  error: ['countErrorOne', 'countError'],
  opinion: ['countOpinionOne', 'countOpinion'],
  warning: ['countWarningOne', 'countWarning'],
}

/** “the plan: 1 opinion needed, 3 warnings”: only what there is, severest first. */
export const remarksText = ({ findings }: Session, { t }: Words): string => {
  const counts = remarksOf(findings)
  const list = asking
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      t(countKeys[severity][counts[severity] === 1 ? 0 : 1], { count: number(counts[severity]) }),
    )
  if (list.length === 0) return t('remarksNone')
  return t(areOfPlan(findings) ? 'remarksPlan' : 'remarksAll', { list: list.join(t('and')) })
}

/** The remarks of the sentence; leads to the list of them. */
export const Remarks = ({ session }: { readonly session: Session }) => {
  const words = useWords()
  const { error, opinion, warning } = remarksOf(session.findings)
  return (
    <button
      type="button"
      className={`figure ${error > 0 ? 'error' : opinion + warning > 0 ? 'warn' : 'ok'}`}
      onClick={toFindings}
    >
      {remarksText(session, words)}
    </button>
  )
}

/** To the list of findings, with the focus. */
export const toFindings = (): void => {
  const list = document.getElementById('findings')
  list?.scrollIntoView({ block: 'start' })
  list?.focus({ preventScroll: true })
}
