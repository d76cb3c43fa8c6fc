import { type Ref, useMemo } from 'react'
import { number, type Text } from '../../../kernel/text.ts'
import { figureText } from '../../format.ts'
import type { Bench } from '../../model/bench.ts'
import { linesNaming } from '../../model/legal/lit.ts'
import { nameOf, openedStream } from '../../model/legal/stream-rows.ts'
import type { Opened } from '../../model/opened.ts'
import { openedUnit } from '../../model/unit-rows.ts'
import type { Change } from '../../river/holdings.ts'
import { type Flow, measures, type Row, type Stream } from '../../river/types.ts'
import type { Focus } from '../../river/walk.ts'
import { totalText } from '../river-ends.tsx'
import { fateKeys, measureKeys } from '../river-tools.tsx'
import { useWords } from '../words.tsx'
import { operationText } from './bench-drop-words.ts'
import type { Taken } from './bench-river.tsx'

interface Props {
  readonly ref: Ref<HTMLElement>
  readonly taken: Taken
  readonly bench: Bench
  readonly flow: Flow
  readonly change: Change
  readonly onTake: (taken: Taken | undefined) => void
  readonly onOpen: (opened: Opened) => void
  readonly onMerge: (unit: string) => void
}

/** What is in hand: a unit with what it has, where it goes and which lines name it; or a ribbon with what flows in it. */
export const BenchRiverCard = (props: Props) => {
  const { taken, flow } = props
  if ('stream' in taken) {
    const stream = flow.streams.find(({ id }) => id === taken.stream)
    return stream === undefined ? null : <StreamCard {...props} stream={stream} />
  }
  const row = flow[taken.focus.side].find(({ id }) => id === taken.focus.id)
  return row === undefined ? null : <UnitPart {...props} focus={taken.focus} row={row} />
}

const StreamCard = ({ ref, stream, flow, change, onTake, onOpen }: Props & { readonly stream: Stream }) => {
  const { t, pick, language } = useWords()
  const contents = useMemo(() => openedStream(flow, stream, change), [flow, stream, change])
  const title = nameOf(flow, stream)
  const end = endOf(flow, stream)
  return (
    <aside className="flow-card" ref={ref} aria-label={t('flowTitle')}>
      <h2>{pick(title)}</h2>
      <p className={`fate ${stream.fate}`}>{t(fateKeys[stream.fate])}</p>
      {contents.length === 0 ? (
        <p className="note">{t('flowNothing')}</p>
      ) : (
        <dl>
          {contents.map(({ term, opened }) => {
            const { value, suffix } = figureText(opened.value ?? 0, opened.unit, language)
            return (
              <Counted
                key={opened.id}
                term={pick(term)}
                value={`${value} ${opened.unit === 'units' ? '' : suffix}`.trim()}
                onOpen={() => onOpen(opened)}
              />
            )
          })}
        </dl>
      )}
      <p className="actions">
        {end !== undefined && (
          <button type="button" className="button small" onClick={() => onTake({ focus: end })}>
            {t('flowBack')}
          </button>
        )}
        <Close onTake={onTake} />
      </p>
    </aside>
  )
}

/** The unit at one end of a ribbon: where it comes from, or where it goes when it comes from outside the drawing. */
const endOf = (flow: Flow, { from, to }: Stream): Focus | undefined =>
  (['before', 'after'] as const)
    .map((side) => ({ side, id: side === 'before' ? from : to }))
    .find(({ side, id }) => flow[side].some((row) => row.id === id && row.kind === 'unit'))

const UnitPart = (props: Props & { readonly focus: Focus; readonly row: Row }) => {
  const { ref, focus, row, bench, flow, change, onTake, onOpen, onMerge } = props
  const words = useWords()
  const { t, pick } = words
  const isBefore = focus.side === 'before'
  const register = change[focus.side]
  const held = useMemo(
    () =>
      row.kind === 'unit' ? measures.map((each) => [each, openedUnit(register, row, each)] as const) : [],
    [register, row],
  )
  const streams = flow.streams.filter((each) => each[isBefore ? 'from' : 'to'] === focus.id)
  const lines = linesNaming(focus.id, bench.spans)
  const other = (stream: Stream): Text | undefined =>
    flow[isBefore ? 'after' : 'before'].find(({ id }) => id === stream[isBefore ? 'to' : 'from'])?.name
  return (
    <aside className="flow-card" ref={ref} aria-label={pick(row.fullName)}>
      <h2>{pick(row.fullName)}</h2>
      <p className="side">
        {t(isBefore ? 'unitBefore' : 'unitAfter')}
        {row.turns && <b> {t(isBefore ? 'unitClosed' : 'unitNew')}</b>}
      </p>
      <p className="actions">
        {row.kind === 'unit' && bench.mayEdit && (
          <button type="button" className="button small" onClick={() => onMerge(focus.id)}>
            {t('dropInto')}
          </button>
        )}
        <Close onTake={onTake} />
      </p>
      <dl>
        {held.map(([measure, opened]) => (
          <Counted
            key={measure}
            term={t(measureKeys[measure])}
            value={totalText(opened.value ?? 0, measure, words)}
            onOpen={() => onOpen(opened)}
          />
        ))}
      </dl>
      <h3>
        {t(isBefore ? 'unitTo' : 'unitFrom')}　{t(measureKeys[flow.measure])}
      </h3>
      <ul>
        {streams.map((stream) => (
          <li key={stream.id}>
            <button type="button" className="link" onClick={() => onTake({ stream: stream.id })}>
              {pick(other(stream) ?? { zh: '', en: '' })}
            </button>
            <span className={`fate ${stream.fate}`}>{t(fateKeys[stream.fate])}</span>
            <span className="number">{totalText(stream.value, flow.measure, words)}</span>
          </li>
        ))}
      </ul>
      {row.kind === 'unit' && (
        <>
          <h3>{t('flowLines')}</h3>
          {lines.length === 0 && <p className="note">{t('flowNoLines')}</p>}
          <ul>
            {lines.map(({ number: line, op }) => (
              <li key={line}>
                <button
                  type="button"
                  className="link"
                  aria-current={bench.chosen === line ? 'true' : undefined}
                  onClick={() => bench.choose(line)}
                >
                  {t('flowLine', { line: number(line), term: pick(operationText(op)) })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

const Counted = ({
  term,
  value,
  onOpen,
}: {
  readonly term: string
  readonly value: string
  readonly onOpen: () => void
}) => {
  const { t } = useWords()
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <button
          type="button"
          className="figure"
          aria-label={t('flowOpen', { what: `${term} ${value}` })}
          onClick={onOpen}
        >
          {value}
        </button>
      </dd>
    </div>
  )
}

const Close = ({ onTake }: Pick<Props, 'onTake'>) => {
  const { t } = useWords()
  return (
    <button type="button" className="button small" onClick={() => onTake(undefined)}>
      {t('flowClear')}
    </button>
  )
}
