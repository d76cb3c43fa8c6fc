import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { number } from '../../../kernel/text.ts'
import { measureOf, termOf } from '../../../reform/refusals.ts'
import { dayText } from '../../format.ts'
import type { Place } from '../../model/place.ts'
import type { MatrixRow } from '../../model/proof/matrix.ts'
import { remarksOf } from '../../model/remarks.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { type Open, OpenButton } from './number-button.tsx'

/** What is kept and what is not, in one sentence; the number of what is not opens it by name. */
export const ProofSentence = ({
  place,
  matrix,
  onOpen,
}: {
  readonly place: Place
  readonly matrix: readonly MatrixRow[]
  readonly onOpen: Open
}) => {
  const { t, parts, pick, language } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  const whole = matrix.filter(({ isPart }) => !isPart)
  const lost = whole.filter(({ isKept }) => !isKept)
  const { plan, findings } = place.session
  const blocking = remarksOf(findings).error
  const list = lost.map((row, at): ReactNode => {
    const { unplaced } = row.cells
    const count = unplaced.value ?? 0
    const things =
      language === 'zh'
        ? ` ${measureOf(row.table).zh}${termOf(row.table).zh}`
        : ` ${count === 1 ? termOf(row.table).en : measureOf(row.table).en}`
    return (
      <Fragment key={row.id}>
        {at > 0 && (language === 'zh' ? '、' : ', ')}
        <OpenButton opened={unplaced} text={number(count)} className="figure error" onOpen={onOpen} />
        {things}
      </Fragment>
    )
  })
  return (
    <div className="sentence proof-sentence">
      <h1 ref={head} tabIndex={-1}>
        {lost.length === 0
          ? t('proofAllKept', { all: whole.length })
          : parts('proofSomeLost', { all: whole.length, kept: whole.length - lost.length, list })}
      </h1>
      {plan !== undefined && (
        <p className="second">
          {t('proofBasis', {
            plan: pick({ zh: plan.title, en: plan.titleEn }),
            day: dayText(plan.effectiveOn, language),
          })}
          {place.isBehind && <span className="badge">{t('proofBehind')}</span>}
        </p>
      )}
      {blocking > 0 && (
        <p className="severity error">
          <Icon name="octagon" /> {t('proofBlocked', { count: blocking })}
        </p>
      )}
    </div>
  )
}
