import type { Day } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import type { Axis } from '../../model/axis.ts'
import { type Filter, filters, type Promised } from '../../model/promises/promises.ts'
import { tableRows } from '../../model/promises/table.ts'
import { fileName } from '../../model/save.ts'
import type { TextKey } from '../../texts/index.ts'
import { CsvButton } from '../csv-button.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords, type Words } from '../words.tsx'
import { standingKeys } from './agreement.tsx'

const filterKeys: Readonly<Record<Filter, TextKey>> = {
  all: 'promisesAll',
  differ: 'promisesDiffer',
  warn: 'promisesWarn',
}

/** The day looked at, what is shown, and the table as a file or on paper. */
export const PromiseTools = ({
  axis,
  on,
  recorded,
  filter,
  shown,
  all,
  county,
  onDay,
  onFilter,
}: {
  readonly axis: Axis
  readonly on: Day
  readonly recorded: Day
  readonly filter: Filter
  readonly shown: readonly Promised[]
  readonly all: number
  readonly county: string
  readonly onDay: (text: string) => void
  readonly onFilter: (filter: Filter) => void
}) => {
  const words = useWords()
  const { t } = words
  return (
    <div className="promise-tools">
      <label>
        {t('promisesDay')}
        <input
          type="date"
          value={on}
          min={axis.from}
          max={axis.to}
          onChange={(event) => onDay(event.target.value)}
        />
      </label>
      {on > recorded && <span className="badge">{t('forecast')}</span>}
      <Segmented
        label={t('promisesShow')}
        choices={filters.map((each) => [each, t(filterKeys[each])])}
        value={filter}
        onChoose={onFilter}
      />
      <span role="status">{t('promisesShown', { shown: number(shown.length), all: number(all) })}</span>
      <span className="right">
        <CsvButton
          name={fileName(county, on, 'promises')}
          header={header(on, t)}
          rows={() => rows(shown, words)}
        />
        <button type="button" className="button small" onClick={() => window.print()}>
          {t('print')}
        </button>
      </span>
    </div>
  )
}

const relationKeys = { atLeast: 'atLeast', atMost: 'atMost' } as const

const header = (on: Day, t: Words['t']): string[] => [
  t('csvId'),
  t('colFigure'),
  t('csvUnit'),
  t('csvRelation'),
  t('colPublished'),
  on,
  t('colAtEnd'),
  t('colDifference'),
  t('colAgrees'),
  t('colDefinition'),
  t('colFormula'),
  t('quote'),
  t('csvQuoteEn'),
  t('source'),
  t('colWarnings'),
]

const rows = (lines: readonly Promised[], { t, pick }: Words) =>
  tableRows(lines, {
    pick,
    standing: (standing) => t(standingKeys[standing]),
    relation: (relation) =>
      relation === undefined || relation === 'exactly' ? '' : t(relationKeys[relation], { value: '' }).trim(),
  })
