import { useState } from 'react'
import { number } from '../../../../kernel/text.ts'
import { levelsOf, type QuotaOf, type QuotaRow, type Settled } from '../../../model/forms/quota-rows.ts'
import type { TextKey } from '../../../texts/index.ts'
import { useWords } from '../../words.tsx'

const heads = { posts: 'quotaNext', chief: 'quotaChief', deputy: 'quotaDeputy' } as const satisfies Record<
  string,
  TextKey
>

/** The sheet: each unit with what it has, who is there, and the numbers to settle; a number for all at once on top. */
export const QuotaTable = ({
  rows,
  of,
  settled,
  onSettle,
}: {
  readonly rows: readonly QuotaRow[]
  readonly of: QuotaOf
  readonly settled: Settled
  readonly onSettle: (settled: Settled) => void
}) => {
  const { t, pick } = useWords()
  const levels = levelsOf(of)
  const [everywhere, setEverywhere] = useState<readonly (number | undefined)[]>([])
  const put = (row: QuotaRow, column: number, typed: string) => {
    const value = whole(typed)
    const known = settled[row.unit] ?? []
    onSettle({ ...settled, [row.unit]: levels.map((_, at) => (at === column ? value : known[at])) })
  }
  const fill = () =>
    onSettle(
      Object.fromEntries(
        rows.map((row) => [row.unit, levels.map((_, at) => everywhere[at] ?? settled[row.unit]?.[at])]),
      ),
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls can be scrolled by keyboard
    <section className="quota-box" tabIndex={0} aria-label={t('quotaTitle')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('quotaUnit')}</th>
            <th scope="col" className="number">
              {t('quotaHas')}
            </th>
            <th scope="col" className="number">
              {t('quotaPresent')}
            </th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {t(heads[level])}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('quotaAll')}</th>
            <td />
            <td className="number">
              <button type="button" className="link" onClick={fill}>
                {t('quotaFill')}
              </button>
            </td>
            {levels.map((level, at) => (
              <td key={level}>
                <input
                  type="text"
                  inputMode="numeric"
                  aria-label={`${t('quotaAll')}, ${t(heads[level])}`}
                  value={everywhere[at] ?? ''}
                  onChange={(event) =>
                    setEverywhere(
                      levels.map((_, column) =>
                        column === at ? whole(event.target.value) : everywhere[column],
                      ),
                    )
                  }
                />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit} data-unit={row.unit}>
              <th scope="row">{pick(row.name)}</th>
              <td className="number">{row.has.map((has) => number(has)).join(' + ')}</td>
              <td className="number">{number(row.present)}</td>
              {levels.map((level, at) => (
                <td key={level}>
                  <input
                    type="text"
                    inputMode="numeric"
                    aria-label={`${pick(row.name)}, ${t(heads[level])}`}
                    placeholder={String(row.has[at] ?? 0)}
                    value={settled[row.unit]?.[at] ?? ''}
                    onChange={(event) => put(row, at, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const whole = (typed: string): number | undefined =>
  /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined
