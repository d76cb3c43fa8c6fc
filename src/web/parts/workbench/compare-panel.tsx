import { useMemo, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import type { Unit } from '../../../register/unit.ts'
import { figureText } from '../../format.ts'
import type { Bench } from '../../model/bench.ts'
import { type Comparison, compared } from '../../model/compare.ts'
import { type DraftKey, isChanged } from '../../model/draft/drafts.ts'
import { drafts } from '../../model/draft/use-draft.ts'
import { csvOf } from '../../model/opened.ts'
import { save } from '../../model/save.ts'
import { type Session, sessionOf } from '../../model/session.ts'
import { Choice } from '../account/field.tsx'
import { FindingList } from '../account/finding-list.tsx'
import { TableBox } from '../account/table-box.tsx'
import { useWords, type Words } from '../words.tsx'
import { SmallRiver } from './small-river.tsx'

/** The plan in hand beside another one, over the same register. */
export const ComparePanel = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { book, planId, listed, session } = bench
  const county = book.files.id
  const others = [...new Set([...(listed?.plans ?? []), ...drafts.unsaved(county)])].filter(
    (id) => id !== planId,
  )
  const [chosen, setChosen] = useState(others[0])
  const other = chosen !== undefined && others.includes(chosen) ? chosen : others[0]
  const text = other === undefined ? undefined : textOf(bench, other)
  const second = useMemo(
    () => (other === undefined || text === undefined ? undefined : sessionOf(book, { id: other, text })),
    [book, other, text],
  )
  const comparison = useMemo(
    () => (second === undefined ? undefined : compared(session, second)),
    [session, second],
  )
  if (other === undefined || second === undefined || comparison === undefined)
    return <p className="empty">{t('compareNone')}</p>
  return (
    <div className="compare">
      <Choice
        label={t('compareWith')}
        value={other}
        choices={others.map((id) => [id, id])}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className="compare-rivers">
        <SmallRiver title={planId ?? ''} session={session} view={bench.view} />
        <SmallRiver title={other} session={second} view={bench.view} />
      </div>
      <Numbers comparison={comparison} a={planId ?? ''} b={other} county={county} />
      <Units comparison={comparison} a={planId ?? ''} b={other} />
      <Lines bench={bench} comparison={comparison} second={second} a={planId ?? ''} b={other} />
      <div className="compare-rivers">
        <Apart title={t('compareFindingsOnly', { plan: planId ?? '' })} findings={comparison.findingsA} />
        <Apart title={t('compareFindingsOnly', { plan: other })} findings={comparison.findingsB} />
      </div>
    </div>
  )
}

/** The other plan as it is being edited here, or as the server keeps it. */
const textOf = ({ book }: Bench, plan: string): string | undefined =>
  changedText({ county: book.files.id, plan }) ?? book.files.plans[plan]

const changedText = (key: DraftKey): string | undefined => {
  const draft = drafts.get(key)
  return draft !== undefined && isChanged(draft) ? draft.history.now.text : undefined
}

interface SideProps {
  readonly comparison: Comparison
  readonly a: string
  readonly b: string
}

const Numbers = ({ comparison, a, b, county }: SideProps & { readonly county: string }) => {
  const words = useWords()
  const { t } = words
  const rows = numberRows(comparison, words)
  return (
    <section aria-label={t('compareNumbers')}>
      <h2>
        {t('compareNumbers')}{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            save(
              `${county}-${a}-${b}.csv`,
              'text/csv',
              csvOf(
                [t('compareWhat'), t('compareBefore'), a, b],
                rows.map(({ label, before, ofA, ofB }) => [label, before, ofA, ofB]),
              ),
            )
          }
        >
          CSV
        </button>
      </h2>
      <TableBox label={t('compareNumbers')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('compareWhat')}</th>
              {[t('compareBefore'), a, b].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, before, ofA, ofB }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className="number">{before}</td>
                <td className="number">{ofA}</td>
                <td className="number">{ofA === ofB ? ofB : <b>{ofB}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {comparison.figures.length === 0 && <p className="note">{t('compareSame')}</p>}
    </section>
  )
}

const numberRows = ({ counters, figures }: Comparison, { pick, language }: Words) => [
  ...counters.map(({ a, b }) => ({
    id: a.id,
    label: pick(a.label),
    before: number(a.before),
    ofA: number(a.after),
    ofB: number(b.after),
  })),
  ...figures
    .filter(({ a }) => !counters.some(({ a: { id } }) => a.id.startsWith(`${id}.`)))
    .map(({ a, b }) => ({
      id: a.id,
      label: pick(a.label),
      before: '',
      ofA: a.computed === undefined ? '—' : figureText(a.computed, a.unit, language).value,
      ofB: b.computed === undefined ? '—' : figureText(b.computed, b.unit, language).value,
    })),
]

const Units = ({ comparison, a, b }: SideProps) => {
  const { t, pick } = useWords()
  const nameOf = (unit: Unit | undefined) =>
    unit === undefined ? t('compareGone') : pick({ zh: unit.short, en: unit.shortEn })
  return (
    <section aria-label={t('compareUnits')}>
      <h2>
        {t('compareUnits')} <small>{number(comparison.units.length)}</small>
      </h2>
      {comparison.units.length === 0 ? (
        <p className="empty">{t('compareUnitsNone')}</p>
      ) : (
        <TableBox label={t('compareUnits')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('compareUnit')}</th>
                <th scope="col">{a}</th>
                <th scope="col">{b}</th>
              </tr>
            </thead>
            <tbody>
              {comparison.units.map((each) => (
                <tr key={each.unit.id}>
                  <th scope="row">{nameOf(each.unit)}</th>
                  <td>{nameOf(each.a)}</td>
                  <td>{nameOf(each.b)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  )
}

/** As many lines as are read at a glance; the rest is a click away. */
const first = 20

const Lines = ({
  bench,
  comparison,
  second,
  a,
  b,
}: SideProps & { readonly bench: Bench; readonly second: Session }) => {
  const { t } = useWords()
  return (
    <section aria-label={t('compareLines')}>
      <h2>
        {t('compareLines')} <small>{t('compareCommon', { count: comparison.common })}</small>
      </h2>
      <div className="compare-rivers">
        <LineList title={a} session={bench.session} numbers={comparison.onlyA} onChoose={bench.choose} />
        <LineList title={b} session={second} numbers={comparison.onlyB} />
      </div>
    </section>
  )
}

const LineList = ({
  title,
  session,
  numbers,
  onChoose,
}: {
  readonly title: string
  readonly session: Session
  readonly numbers: readonly number[]
  readonly onChoose?: (line: number) => void
}) => {
  const { t, language } = useWords()
  const [isAll, setAll] = useState(false)
  return (
    <div>
      <h3>{t('compareOnly', { plan: title, count: numbers.length })}</h3>
      <ul className="brief-lines">
        {(isAll ? numbers : numbers.slice(0, first)).map((line) => {
          const { operation } = session.plan?.lines[line - 1] ?? {}
          const term = language === 'zh' ? operation?.terms[0] : operation?.name
          const text = `${line}  ${term ?? ''}`
          return (
            <li key={line}>
              {onChoose === undefined ? (
                text
              ) : (
                <button type="button" className="link" onClick={() => onChoose(line)}>
                  {text}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {!isAll && numbers.length > first && (
        <button type="button" className="button small" onClick={() => setAll(true)}>
          {t('compareAll', { count: numbers.length })}
        </button>
      )}
    </div>
  )
}

const Apart = ({
  title,
  findings,
}: {
  readonly title: string
  readonly findings: Comparison['findingsA']
}) => <div>{findings.length > 0 && <FindingList title={title} findings={findings} />}</div>
